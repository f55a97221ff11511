import { readdirSync, readFileSync } from 'node:fs'

const listedFor = 250

/**
 * Tells whether any thread of these sessions runs, or waits for a processor or a disk (proc(5),
 * states R and D). Unlike a time without news this takes no program for one at rest because
 * others have the processors.
 *
 * @param leaders the processes that lead the sessions
 */
export function watchBusy(leaders: () => number[]): () => boolean {
  let processes: string[] = []
  let listedAt = 0
  return () => {
    if (performance.now() - listedAt > listedFor) {
      processes = processesOf(leaders())
      listedAt = performance.now()
    }
    return processes.some((process) =>
      list(`/proc/${process}/task`).some((thread) =>
        /^[RD]/.test(status(`/proc/${process}/task/${thread}/stat`)),
      ),
    )
  }
}

function processesOf(leaders: number[]): string[] {
  return list('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    const [, , , session] = status(`/proc/${name}/stat`).split(' ')
    return leaders.includes(Number(session))
  })
}

/** State, parent, group, session …: what stands after the name of the program. */
function status(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^.*\) /s, '')
  } catch {
    // It ended meanwhile.
    return ''
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
