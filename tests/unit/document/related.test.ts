import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Relations, type Comparable } from '../../../src/document/related.ts'

const made = (id: string, published: string, more: Partial<Comparable> = {}): Comparable => ({
  id,
  address: `/${id}/`,
  published,
  people: [],
  topics: [],
  plans: [],
  ...more,
})
const idsOf = (all: readonly Comparable[], one: Comparable) =>
  new Relations(all).of(one).map(({ publication }) => publication.id)

test('a plan ties more than a topic, a topic more than a person, and nothing ties not at all', () => {
  const one = made('one', '2020-01-10', { people: ['p'], topics: ['t'], plans: ['x'] })
  const person = made('person', '2020-01-10', { people: ['p'] })
  const topic = made('topic', '2020-01-09', { topics: ['t'] })
  const plan = made('plan', '2019-01-08', { plans: ['x'] })
  const stranger = made('stranger', '2020-01-10', { people: ['q'] })
  const all = [one, person, topic, plan, stranger]
  assert.deepEqual(idsOf(all, one), ['plan', 'topic', 'person'])
  assert.deepEqual(new Relations(all).of(one)[0]?.ties, [{ by: 'plans', id: 'x' }])
})

test('of equals the nearest in time come first, and no more than five', () => {
  const all = Array.from({ length: 40 }, (_, index) =>
    made(String(index), `2020-02-${String((index % 28) + 1).padStart(2, '0')}`, { people: ['p'] }),
  ).toSorted((a, b) => b.published.localeCompare(a.published))
  const one = all[20]
  assert.ok(one)
  const found = new Relations(all).of(one)
  assert.equal(found.length, 5)
  const distance = ({ published }: Comparable) =>
    Math.abs(Date.parse(published) - Date.parse(one.published)) / 86_400_000
  assert.deepEqual(
    found.map(({ publication }) => distance(publication)).filter((days) => days > 2),
    [],
  )
  assert.ok(!found.some(({ publication }) => publication === one))
})
