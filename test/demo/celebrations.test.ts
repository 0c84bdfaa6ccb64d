// The demo's wall celebrates by itself while somebody looks at it for the first time, at whatever hour that is.
import { expect, test } from 'vitest'
import { demoFloorText, demoSeed } from '../../main/feed/demo/demo-floor.ts'
import { createTimeline } from '../../main/feed/demo/world/timeline.ts'
import type { TimedFact } from '../../main/feed/demo/world/world.ts'
import { createBoardView } from '../../shared/domain/boards/board-view.ts'
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

interface FirstHour {
  /** With the minute of each. */
  readonly celebrated: readonly { readonly id: string; readonly minute: number }[]
  /** Who is over the line when the wall is first seen. */
  readonly overTheLine: readonly string[]
}

const firstHourFrom = (openedAt: number): FirstHour => {
  const engine = createEngine(createFloorModel(file))
  const numbers = createNumbers(engine)
  const judge = createJudge(numbers)
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
  const tell = ({ fact, at }: TimedFact): void => {
    const before = stored.get(fact.id) ?? null
    const after = decideFact(before, { fact, receivedAt: at }, file.floor.stages)
    const judged = at > openedAt ? judge.before(before, after, at) : null
    engine.apply(before, after, at)
    if (judged) take(judged(), at)
    if (after) stored.set(fact.id, after)
  }
  for (const each of timeline.factsUntil(openedAt)) tell(each)
  const board = file.boards.find(({ id }) => id === 'over-the-line')
  const view = board?.kind === 'over-the-line' ? createBoardView(numbers, board).compute(openedAt) : null
  for (const each of timeline.factsUntil(openedAt + 60 * minuteMs)) tell(each)
  return { celebrated: found, overTheLine: Object.keys(view?.rows ?? {}) }
}

const openings = [
  '2026-11-20T17:00:00Z',
  '2026-11-22T03:30:00Z',
  '2026-11-29T12:00:00Z',
  '2026-12-31T20:00:00Z',
  // The first hours of a quarter in New York.
  '2026-10-01T04:30:00Z',
]

test.each(openings)(
  'opened at %s somebody is over the line, and within two minutes somebody goes over it',
  (opening) => {
    const { celebrated, overTheLine } = firstHourFrom(Date.parse(opening))
    sayFigures(`${opening}: ${celebrated.map(({ id, minute }) => `${id} (${minute.toFixed(1)})`).join(', ')}`)
    expect(overTheLine.length).toBeGreaterThan(0)
    const gold = celebrated.filter(({ id, minute }) => id.startsWith('quarter-goal:') && minute < 2)
    expect(gold.length).toBeGreaterThan(0)
    expect(celebrated.length).toBeLessThanOrEqual(40)
  },
)
