/*
 * Keeps the page's timers in hand, so that the audit can let minutes pass within milliseconds. Until
 * `letPass` is called, the timers are the browser's own. Must come before `watch.ts`, which notes the
 * code that the page itself hands over.
 */
interface Timer {
  readonly run: () => void
  readonly every?: number
  due: number
  runs: number
}

/** Of one interval: films of a few frames come to their end, and clocks do not hold up the audit. */
const MOST_RUNS = 400
/** Real milliseconds that one leap may take. */
const PATIENCE = 400

const timers = new Map<number, Timer>()
const { Date: RealDate } = window
const realNow = performance.now.bind(performance)
let skew = 0

const later = window.setTimeout.bind(window)
const often = window.setInterval.bind(window)
const stop = window.clearTimeout.bind(window)
const now = (): number => realNow() + skew

Reflect.set(window, 'setTimeout', (code: unknown, delay?: unknown, ...given: unknown[]): number => {
  if (typeof code !== 'function') return later(String(code), Number(delay))
  const run = (): void => {
    timers.delete(id)
    Reflect.apply(code, window, given)
  }
  const wait = Number(delay) || 0
  const id = later(run, wait)
  timers.set(id, { run, due: now() + wait, runs: 0 })
  return id
})
Reflect.set(
  window,
  'setInterval',
  (code: unknown, delay?: unknown, ...given: unknown[]): number => {
    if (typeof code !== 'function') return often(String(code), Number(delay))
    const every = Math.max(4, Number(delay) || 0)
    const run = (): void => {
      Reflect.apply(code, window, given)
    }
    const id = often(run, every)
    timers.set(id, { run, every, due: now() + every, runs: 0 })
    return id
  },
)
for (const name of ['clearTimeout', 'clearInterval']) {
  Reflect.set(window, name, (id?: number) => {
    if (typeof id === 'number') timers.delete(id)
    stop(id)
  })
}

/** Lets the browser do what it has put off, such as sending a form. */
export async function tick(): Promise<void> {
  await new Promise<void>((resolve) => {
    later(resolve, 0)
  })
}

/** Whether the page waits for anything. */
export function isWaiting(): boolean {
  return timers.size > 0
}

/**
 * Runs what is due within a time, in order; dates go on with it. What a timer throws is the page's.
 *
 * @param milliseconds that pass for the page
 * @param look is called after each timer
 */
export async function letPass(milliseconds: number, look?: () => void): Promise<void> {
  const end = now() + milliseconds
  const start = realNow()
  moveDates()
  while (realNow() - start < PATIENCE) {
    const next = nextUntil(end)
    if (!next) break
    const [id, timer] = next
    skew += Math.max(0, timer.due - now())
    stop(id)
    timer.runs += 1
    if (timer.every === undefined) timers.delete(id)
    else timer.due += timer.every
    try {
      timer.run()
    } catch {
      // As if the browser had reported it.
    }
    await Promise.resolve()
    look?.()
  }
  skew += Math.max(0, end - now())
}

function nextUntil(end: number): [number, Timer] | undefined {
  let first: [number, Timer] | undefined
  for (const entry of timers) {
    const [, { due, runs }] = entry
    if (due <= end && runs < MOST_RUNS && due < (first?.[1].due ?? Infinity)) first = entry
  }
  return first
}

let isMoved = false

function moveDates(): void {
  if (isMoved) return
  isMoved = true
  performance.now = now
  const Moved = new Proxy(RealDate, {
    construct: (target, given: unknown[]) =>
      given.length > 0
        ? (Reflect.construct(target, given) as Date)
        : new target(target.now() + skew),
    get: (target, name) =>
      name === 'now' ? () => target.now() + skew : (Reflect.get(target, name) as unknown),
  })
  Reflect.set(window, 'Date', Moved)
}
