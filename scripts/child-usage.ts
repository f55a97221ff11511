import { existsSync, readFileSync } from 'node:fs'

/** What the programs cost that a process started, as Linux counts it; elsewhere nothing is known. */
export interface ChildUsage {
  /** Seconds of processor time of all that have ended. */
  cpu: number
  /** The largest memory of one, in MB. */
  memory: number
}

/**
 * Watches the programs that this process starts: Node counts its own cost only.
 * @returns what ends the watching and says what was seen.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function watchChildren(): () => ChildUsage {
  const children = `/proc/self/task/${process.pid}/children`
  if (!existsSync(children)) return () => ({ cpu: 0, memory: 0 })
  let memory = 0
  const timer = setInterval(() => {
    for (const id of readFileSync(children, 'utf8').trim().split(' ')) {
      const file = `/proc/${id}/status`
      // A program can end between the two.
      if (id === '' || !existsSync(file)) continue
      const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8')) ?? []
      memory = Math.max(memory, Number(kilobytes) / 1024)
    }
  }, 20)
  return () => {
    clearInterval(timer)
    // The name, in brackets, may hold spaces; times of ended children are fields 16 and 17.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const ticksPerSecond = 100
    return { cpu: (Number(fields[13]) + Number(fields[14])) / ticksPerSecond, memory }
  }
}
