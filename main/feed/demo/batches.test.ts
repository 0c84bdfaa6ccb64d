import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Deal } from '../../../shared/wire/fact.ts'
import { createBatches } from './batches.ts'
import type { TimedFact } from './world/world.ts'

const versionOf = (id: number, passing: boolean, at: number): TimedFact => {
  const fact: Deal = {
    source: 'demo',
    id: `${id}`,
    type: 'deal',
    status: 'open',
    name: `${at}`,
    credits: [{ rep: 'priya' }],
  }
  return { at, fact, passing }
}

const stories = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { maxLength: 60 })
  .map((versions) => versions.map(([id, passing], at) => versionOf(id, passing, at)))

describe('batches', () => {
  test('never hold two versions of one deal', () => {
    fc.assert(
      fc.property(stories, (story) => {
        for (const { facts } of createBatches(story, 0)) {
          expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
        }
      }),
    )
  })

  test('bring every version that is not passing, in order, and the last one of every deal', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const sent = [...createBatches(story, 0)].flatMap(({ facts }) => facts)
        const lasting = story.filter(({ passing, fact }, i) => {
          const isLast = !story.slice(i + 1).some((later) => later.fact.id === fact.id)
          return !passing || isLast
        })
        expect(sent.filter((fact) => lasting.some((each) => each.fact === fact))).toEqual(
          lasting.map(({ fact }) => fact),
        )
      }),
    )
  })

  test('count what they tell, whatever gave way', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const batches = [...createBatches(story, 100)]
        expect(batches.at(-1)?.factsSent ?? 100).toBe(100 + story.length)
      }),
    )
  })

  test('cut again from the same place with more to tell, the first is the same or longer', () => {
    fc.assert(
      fc.property(stories, stories, (story, more) => {
        const [first] = createBatches(story, 0)
        const [again] = createBatches([...story, ...more], 0)
        expect(again?.factsSent ?? 0).toBeGreaterThanOrEqual(first?.factsSent ?? 0)
      }),
    )
  })

  test('are no longer than a request should be', () => {
    const story = Array.from({ length: 9_000 }, (_, i) => versionOf(i, false, i))
    expect([...createBatches(story, 0)].map(({ facts }) => facts.length)).toEqual([4_000, 4_000, 1_000])
  })
})
