import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { beginLook, endLook, lookFrom, overlapMs, unsettled } from './settling.ts'

const minute = 60_000
/** The vendor's clock is another one than ours. */
const aheadMs = 7 * minute

const edit = fc.record({
  do: fc.constant('edit' as const),
  rows: fc.integer({ min: 1, max: 4 }),
  lagMs: fc.integer({ min: 0, max: overlapMs }),
})
const look = fc.record({ do: fc.constant('look' as const), takesMs: fc.integer({ min: 0, max: 4 * minute }) })
const wait = fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 15 * minute }) })

interface Row {
  /** By the vendor's clock. */
  readonly changedAt: number
  /** By ours. */
  readonly visibleAt: number
}

/** A list of changes that is looked at; how many rows the last look read, and which rows no look read though it could see them. */
const watch = (stepMs: number) => {
  let now = Date.parse('2026-11-20T15:00:00Z')
  const rows: Row[] = []
  const read = new Set<Row>()
  let place = { mark: 0, settling: unsettled }
  return {
    edit: (count: number, lagMs: number): void => {
      for (let made = 0; made < count; made += 1)
        rows.push({
          changedAt: Math.floor((now + aheadMs) / stepMs) * stepMs,
          visibleAt: now + lagMs,
        })
    },
    wait: (ms: number): void => {
      now += ms
    },
    look: (takesMs: number): number => {
      const begun = beginLook(place.settling, now)
      const from = lookFrom(place.mark, begun, stepMs)
      const seen = rows.filter(({ changedAt, visibleAt }) => changedAt >= from && visibleAt <= now)
      for (const row of seen) read.add(row)
      now += takesMs
      const mark = seen.reduce((newest, { changedAt }) => Math.max(newest, changedAt), place.mark)
      place = { mark, settling: endLook(begun, mark, now) }
      return seen.length
    },
    unread: (): number => rows.length - read.size,
  }
}

test('[N95] [N6] whatever shows itself within ten minutes is read, and nothing that is settled is read again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(edit, look, wait), { maxLength: 60 }),
      fc.constantFrom(1, 1000),
      (steps, stepMs) => {
        const list = watch(stepMs)
        for (const step of steps)
          if (step.do === 'edit') list.edit(step.rows, step.lagMs)
          else if (step.do === 'wait') list.wait(step.ms)
          else list.look(step.takesMs)
        list.wait(overlapMs)
        list.look(0)
        expect(list.unread()).toBe(0)
        // Everything was seen: once ten minutes have passed, twice at most is it read again.
        for (let again = 0; again < 2; again += 1) {
          list.wait(12 * minute)
          list.look(0)
        }
        expect(list.look(0)).toBe(0)
      },
    ),
    { numRuns: propertyRuns(500) },
  )
})
