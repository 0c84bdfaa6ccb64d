import { expect, test } from 'vitest'
import {
  createTestFloor,
  floorOf,
  metricOf,
  person,
  win,
} from '../../../shared/domain/test-support/test-floor.ts'
import { answerQuery } from './answer.ts'

test('[F111] money is in whole minor units, also a mean of three deals', () => {
  const won = { from: 'deal', where: [{ field: 'status', is: 'won' }], date: 'closedAt' } as const
  const average = metricOf('average', { ...won, measure: { mean: 'amount' } }, { unit: 'money' })
  const goals = [{ metric: 'average', window: 'quarter', rep: 'ana', value: 50 }]
  const floor = createTestFloor(floorOf({ people: [person('ana')], metrics: [average], goals }))
  floor.write(win('ana', '2026-10-05', 1), win('ana', '2026-10-06', 1), win('ana', '2026-10-07', 2))
  const answer = answerQuery(floor.numbers, {
    metric: 'average',
    window: { kind: 'period', grain: 'quarter', offset: 0 },
    by: 'rep',
    at: Date.parse('2026-11-18T12:00:00Z'),
    team: null,
    role: null,
  })
  expect(answer).toMatchObject({
    rows: [{ value: 133, attainment: expect.closeTo(4 / 150, 12) }],
    total: 133,
  })
})
