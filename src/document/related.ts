/** What is known of a publication when others like it are looked for. */
export interface Comparable {
  id: string
  address: string
  published: string
  people: readonly string[]
  topics: readonly string[]
  /** The plans that it is or that it announces. */
  plans: readonly string[]
}

type Tie = 'plans' | 'topics' | 'people'

/** A publication with what ties it to another one, the strongest tie first. */
export interface Related<T> {
  publication: T
  ties: { by: Tie; id: string }[]
}

/** A plan ties most; bodies tie nothing, because one of them publishes nearly everything. */
const weights: Record<Tie, number> = { plans: 4, topics: 2, people: 1 }
const kinds = ['plans', 'topics', 'people'] as const
const most = 5
/** How far to look along the publications that share a tie: ten thousand may. */
const reach = 5

/** Finds publications that share a plan, a topic or a person. */
export class Relations<T extends Comparable> {
  readonly #shared = new Map<string, T[]>()

  /** @param publications in the order of time, either way. */
  constructor(publications: readonly T[]) {
    for (const publication of publications) {
      for (const key of keysOf(publication)) {
        const those = this.#shared.get(key)
        if (those) those.push(publication)
        else this.#shared.set(key, [publication])
      }
    }
  }

  /** The publications most like one, and of equals those nearest in time; at most five. */
  of(publication: T): Related<T>[] {
    const found = new Map<string, Related<T>>()
    for (const by of kinds) {
      for (const id of publication[by]) {
        const those = this.#shared.get(keyOf(by, id)) ?? []
        const place = those.findIndex(({ address }) => address === publication.address)
        for (const other of those.slice(Math.max(0, place - reach), place + reach + 1)) {
          if (other.address === publication.address) continue
          const related = found.get(other.address) ?? { publication: other, ties: [] }
          related.ties.push({ by, id })
          found.set(other.address, related)
        }
      }
    }
    const days = ({ publication: { published } }: Related<T>) =>
      Math.abs(Date.parse(published) - Date.parse(publication.published))
    return [...found.values()]
      .toSorted((a, b) => weightOf(b) - weightOf(a) || days(a) - days(b))
      .slice(0, most)
  }
}

const weightOf = ({ ties }: Related<unknown>): number =>
  ties.reduce((sum, { by }) => sum + weights[by], 0)

const keyOf = (by: Tie, id: string): string => `${by}/${id}`
const keysOf = (publication: Comparable): string[] =>
  kinds.flatMap((by) => publication[by].map((id) => keyOf(by, id)))
