import { spawnSync } from 'node:child_process'

/** What a commit of the public branch did to one file; paths are as seen from the project's root. */
export interface FileChange {
  path: string
  /** The id of what the file holds from then on; undefined when it is gone. */
  blob: string | undefined
  /** Where git finds most of the words of a file that is gone. */
  renamedTo?: string
}

export interface Commit {
  id: string
  /** When it came to the branch: a merge has the moment of the merge. */
  at: Date
  changes: FileChange[]
}

/**
 * Opens the git repository that holds a folder. Nothing is ever written to it.
 * @param root the project's folder; it may be a folder further down in the repository.
 * @returns undefined when there is none with a commit, or no git that could read it.
 */
export function openRepository(root: string): Repository | undefined {
  const git = new Git(root)
  const answer = git.ask('rev-parse', '--is-inside-work-tree', '--is-shallow-repository', 'HEAD')
  const [isInside, isShallow, head] = answer?.trim().split('\n') ?? []
  if (isInside !== 'true' || head === undefined) return undefined
  return new Repository(git, head, isShallow === 'true')
}

/** The program git, run without a shell in one folder. */
class Git {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  run(parameters: readonly string[], input = ''): { status: number | null; stdout: Buffer } {
    return spawnSync('git', ['--no-optional-locks', ...parameters], {
      cwd: this.#folder,
      input,
      maxBuffer: Infinity,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
  }

  /** @returns undefined when git fails, as it does when it is asked for what is not there. */
  ask(...parameters: string[]): string | undefined {
    const { status, stdout } = this.run(parameters)
    return status === 0 ? stdout.toString() : undefined
  }
}

export class Repository {
  /** The id of the commit that is checked out. */
  readonly head: string
  /** Whether only the newest commits are here. */
  readonly isShallow: boolean
  readonly #git: Git

  constructor(git: Git, head: string, isShallow: boolean) {
    this.#git = git
    this.head = head
    this.isShallow = isShallow
  }

  /** The name of the branch that is checked out; undefined when none is. */
  get branch(): string | undefined {
    return this.#git.ask('symbolic-ref', '--quiet', '--short', 'HEAD')?.trim()
  }

  /** The id of the commit that a name stands for, such as `origin/main`. */
  commitOf(name: string): string | undefined {
    return this.#git
      .ask('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)
      ?.trim()
  }

  /** The newest commit that two others have in common. */
  mergeBase(one: string, other: string): string | undefined {
    return this.#git.ask('merge-base', one, other)?.trim()
  }

  /**
   * What a branch did to content/, commit by commit, oldest first: of a merge, what it brought in.
   * @param tip the newest commit to read
   */
  commits(tip: string): Commit[] {
    const settings = ['log.diffMerges=first-parent', 'log.showSignature=false'].flatMap((each) => [
      '-c',
      each,
    ])
    const wanted = ['--first-parent', '-m', '--raw', '--no-abbrev', '-z', '-M', '--relative']
    // To leave commits out that change nothing here, git would compare each one twice.
    const unpruned = ['--full-history', '--sparse']
    const plain = ['--no-color', '--no-ext-diff', `--format=${COMMIT}%H %ct`]
    const log = this.#git.ask(
      ...settings,
      'log',
      ...wanted,
      ...plain,
      ...unpruned,
      tip,
      '--',
      'content',
    )
    return readLog(log ?? '').toReversed()
  }

  /** The files of content/ that the working tree has otherwise than a commit, or no more. */
  changedSince(commit: string): string[] {
    const wanted = ['--name-only', '--no-renames', '-z', '--relative']
    const names = this.#git.ask('diff-index', ...wanted, commit, '--', 'content')
    return (names ?? '').split('\0').filter((name) => name !== '')
  }

  /** What some files held, by the ids of it. An id that is not here has no entry. */
  read(blobs: Iterable<string>): Map<string, Buffer> {
    const wanted = [...new Set(blobs)]
    if (wanted.length === 0) return new Map()
    const { stdout } = this.#git.run(['cat-file', '--batch'], `${wanted.join('\n')}\n`)
    return readBatch(stdout)
  }
}

/** Begins the line of a commit in the log; what was changed begins with a colon. */
const COMMIT = 'commit '

/** @param log parts with NUL between: a commit, and for each change its facts and one or two paths. */
function readLog(log: string): Commit[] {
  const commits: Commit[] = []
  const parts = log.split('\0').values()
  for (const part of parts) {
    if (part.startsWith(COMMIT)) {
      const [id = '', seconds = ''] = part.slice(COMMIT.length).split(' ')
      commits.push({ id, at: new Date(Number(seconds) * 1000), changes: [] })
    }
    const [mode, , , blob = '', status = ''] = part.trimStart().split(' ')
    if (!mode?.startsWith(':')) continue
    const changes = commits.at(-1)?.changes
    const path = parts.next().value ?? ''
    if (status.startsWith('R')) {
      const renamedTo = parts.next().value ?? ''
      changes?.push({ path, blob: undefined, renamedTo }, { path: renamedTo, blob })
    } else {
      changes?.push({ path, blob: status === 'D' ? undefined : blob })
    }
  }
  return commits
}

/** @param batch for each object a line with its id, type and bytes, the bytes, and a line end. */
function readBatch(batch: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  let at = 0
  while (at < batch.length) {
    const end = batch.indexOf('\n', at)
    const [id = '', , bytes] = batch.toString('latin1', at, end).split(' ')
    at = end + 1
    // Of what is not here, git says `missing` and no more.
    if (bytes === undefined) continue
    found.set(id, batch.subarray(at, at + Number(bytes)))
    at += Number(bytes) + 1
  }
  return found
}
