/** A request that gets no file, and the status that says why. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  /**
   * @param status the HTTP status to answer with, 400 to 499
   * @param headers what the status needs beside it, such as Allow for 405
   */
  constructor(status: number, headers: Readonly<Record<string, string>> = {}) {
    super(`Refused with status ${status}`)
    this.status = status
    this.headers = headers
  }
}
