// The demo's wall celebrates by itself while somebody looks at it for the first time, at whatever hour that is.
import { expect, test } from 'vitest'
import { demoFloorText, demoSeed } from '../../main/feed/demo/demo-floor.ts'
import { createTimeline } from '../../main/feed/demo/world/timeline.ts'
import type { Cause } from '../../shared/domain/celebrations/cause.ts'
import { createJudge } from '../../shared/domain/celebrations/judge.ts'
import { createEngine } from '../../shared/domain/counting/engine.ts'
import { createFloorModel } from '../../shared/domain/counting/floor-model.ts'
import { decideFact } from '../../shared/domain/facts/deal-history.ts'
import type { StoredFact } from '../../shared/domain/facts/stored-fact.ts'
import { createNumbers } from '../../shared/domain/standing/numbers.ts'
import { sayFigures } from '../figures.ts'
import { floorFileOf } from '../floors/open-test-floor.ts'

const minuteMs = 60_000
const file = floorFileOf(demoFloorText)

/** What is celebrated in an hour from the opening on, with the minute of each. */
const celebratedFrom = (openedAt: number): readonly { readonly id: string; readonly minute: number }[] => {
  const engine = createEngine(createFloorModel(file))
  const judge = createJudge(createNumbers(engine))
  const timeline = createTimeline({ file, seed: demoSeed, openedAt, historyDays: 100 })
  const stored = new Map<string, StoredFact>()
  const known = new Set<string>()
  const found: { id: string; minute: number }[] = []
  const take = (causes: readonly Cause[], at: number): void => {
    for (const { id } of causes)
      if (!known.has(id)) {
        known.add(id)
        found.push({ id, minute: (at - openedAt) / minuteMs })
      }
  }
  for (const { fact, at } of timeline.factsUntil(openedAt + 60 * minuteMs)) {
    const before = stored.get(fact.id) ?? null
    const after = decideFact(before, { fact, receivedAt: at }, file.floor.stages)
    const judged = at > openedAt ? judge.before(before, after, at) : null
    engine.apply(before, after, at)
    if (judged) take(judged(), at)
    if (after) stored.set(fact.id, after)
  }
  return found
}

test.each(['2026-11-20T17:00:00Z', '2026-11-22T03:30:00Z', '2026-10-01T04:30:00Z'])(
  'opened at %s it celebrates within two minutes, and not too often',
  (opening) => {
    const found = celebratedFrom(Date.parse(opening))
    sayFigures(`${opening}: ${found.map(({ id, minute }) => `${id} (${minute.toFixed(1)})`).join(', ')}`)
    expect(found[0]?.minute).toBeLessThan(2)
    expect(found.length).toBeGreaterThan(1)
    expect(found.length).toBeLessThanOrEqual(40)
  },
)
