/** Why a draft cannot be written, in words for the person who asked for it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** 1: something is wrong with the content or the files; 2: something was typed wrongly. */
  readonly exitCode: 1 | 2

  /**
   * @param what what is wrong, in one sentence
   * @param mend what to write instead, in one sentence
   */
  constructor(what: string, mend: string, exitCode: 1 | 2 = 2) {
    super(mend === '' ? what : `${what} ${mend}`)
    this.exitCode = exitCode
  }
}
