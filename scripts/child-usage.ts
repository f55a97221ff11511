import { existsSync, readFileSync } from 'node:fs'

/** What the programs cost that a process started, as Linux counts it; elsewhere nothing is known. */
export interface ChildUsage {
  /** Seconds of processor time of all of them. */
  cpu: number
  /** The largest memory of one, in MB. */
  memory: number
}

/** On every Linux that Node runs on. */
const ticksPerSecond = 100

/**
 * Watches the programs that this process starts: Node counts its own cost only.
 * @returns what ends the watching and says what was seen.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function watchChildren(): () => ChildUsage {
  const children = `/proc/self/task/${process.pid}/children`
  if (!existsSync(children)) return () => ({ cpu: 0, memory: 0 })
  const seen = new Map<string, ChildUsage>()
  const timer = setInterval(() => {
    for (const id of readFileSync(children, 'utf8').trim().split(' ')) {
      const folder = `/proc/${id}`
      // A program can end between the two.
      if (id === '' || !existsSync(folder)) continue
      const [, kilobytes = '0'] =
        /VmHWM:\s+(\d+)/.exec(readFileSync(`${folder}/status`, 'utf8')) ?? []
      // The name, in brackets, may hold spaces; processor times are fields 14 and 15.
      const fields = readFileSync(`${folder}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      const cpu = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
      if (Number(kilobytes) > 0) seen.set(id, { cpu, memory: Number(kilobytes) / 1024 })
    }
  }, 20)
  return () => {
    clearInterval(timer)
    const all = [...seen.values()]
    return {
      cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
      memory: Math.max(0, ...all.map(({ memory }) => memory)),
    }
  }
}
