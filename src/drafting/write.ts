import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readAttachments } from '../attachments/read-folder.ts'
import type { ContentFile } from '../document/content-files.ts'
import { dayInLondon } from '../document/dates.ts'
import { readLibrary } from '../document/library.ts'
import {
  describeProblem,
  withoutRepeats,
  type Problem,
  type Problems,
} from '../document/problems.ts'
import { compareParsers } from '../document/second-parser.ts'
import type { DraftFile } from './drafts.ts'
import type { Inventory } from './inventory.ts'
import { Refusal } from './refusal.ts'

/**
 * Writes the files of a draft and has the project's own reader check them: as the site is now, and
 * as it is when all of it is public. What has an error is taken back.
 * @throws {Refusal} when nothing was written, and why
 */
export async function writeChecked(
  files: readonly DraftFile[],
  inventory: Inventory,
): Promise<void> {
  const names = files.map(({ file }) => file)
  const found = await written(files, inventory.root, () => errorsIn(inventory, names))
  if (found.length === 0) return
  // The files are taken back by now: what was wrong before is not wrong with the draft.
  const before = new Set((await errorsIn(inventory, names)).map(essence))
  const added = found.filter((error) => !before.has(essence(error)))
  if (added.length > 0) {
    throw new Refusal(added.map(describeProblem).join('\n'), '\nNothing was written.', 1)
  }
  for (const each of files) write(each, inventory.root)
}

/** An error wherever it stands: lines move when something is put in above them. */
const essence = ({ file, what, mend }: Problem) => [file, what, mend].join('\n')

/** Writes files and has them checked; takes them back when errors are found, or when that fails. */
async function written(
  files: readonly DraftFile[],
  root: string,
  check: () => Promise<Problem[]>,
): Promise<Problem[]> {
  const done: DraftFile[] = []
  let isRight = false
  try {
    for (const each of files) {
      write(each, root)
      done.push(each)
    }
    const errors = await check()
    isRight = errors.length === 0
    return errors
  } finally {
    if (!isRight) for (const each of done) takeBack(each, root)
  }
}

/** @param names the files to parse a second time too */
async function errorsIn(
  { root, siteUrl, now }: Inventory,
  names: readonly string[],
): Promise<Problem[]> {
  const cache = join(root, '.cache')
  const attachments = await readAttachments(
    root,
    dayInLondon(now),
    existsSync(cache) ? cache : undefined,
  )
  const inspect = (file: ContentFile, problems: Problems) => {
    if (names.includes(file.file)) compareParsers(file, problems)
  }
  const options = { root, siteUrl, now, attachments, inspect }
  const errors = [false, true].flatMap(
    (preview) => readLibrary({ ...options, preview }).problems.errors,
  )
  return withoutRepeats(errors)
}

/** Writes a file whole: another program never sees half of it, and no file is overwritten. */
function write({ file, text, was }: DraftFile, root: string): void {
  const path = join(root, file)
  if (was === undefined && existsSync(path)) {
    throw new Refusal(`${file} is there already.`, 'Write another id.', 1)
  }
  if (was !== undefined && readFileSync(path, 'utf8') !== was) {
    throw new Refusal(`${file} was changed meanwhile.`, 'Begin again.', 1)
  }
  mkdirSync(dirname(path), { recursive: true })
  // The names of files that nothing reads begin with a dot.
  const whole = join(dirname(path), `.${basename(path)}.new`)
  writeFileSync(whole, text, was === undefined ? {} : { mode: statSync(path).mode })
  renameSync(whole, path)
}

/** Takes a file away, or gives it the bytes back that it had. */
function takeBack({ file, text, was }: DraftFile, root: string): void {
  if (was === undefined) rmSync(join(root, file), { force: true })
  else write({ file, text: was, was: text }, root)
}
