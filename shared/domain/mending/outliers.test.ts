import { describe, expect, test } from 'vitest'
import { call, calls, createTestFloor, floorOf, person, revenue, win } from '../test-support/test-floor.ts'
import { findOutliers, isFarFromUsual, medianOf } from './outliers.ts'

describe('[H100] far from one’s own usual', () => {
  test.each([
    [30, [10, 11, 9, 10, 10, 12, 8, 10], true],
    [29, [10, 11, 9, 10, 10, 12, 8, 10], false],
    // Whoever is often far away is not told of.
    [30, [2, 30, 1, 28, 3, 10, 9, 11], false],
    // Four of something, where one is usual, is chance.
    [4, [1, 1, 1, 1, 1, 1, 1, 1], false],
    [5, [1, 1, 1, 1, 1, 1, 1, 1], true],
    [100, [10, 10, 10, 10, 10], false],
    [100, [0, 0, 0, 0, 0, 0, 0, 5], false],
  ])('%d after %j: %s', (value, past, is) => {
    expect(isFarFromUsual(value, past, true)).toBe(is)
  })

  test('a median is the middle, or between the two in the middle', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), medianOf([])]).toEqual([2, 2.5, 0])
  })
})

const outliers = (facts: readonly object[], at: string) => {
  const floor = createTestFloor(
    floorOf({
      people: [person('ana'), person('bo', { startedOn: '2026-10-01' })],
      metrics: [calls, revenue],
    }),
  )
  floor.write(...facts)
  const work = findOutliers(floor.numbers, Date.parse(at))
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const months = ['2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']

test('[H100] a misread amount is found in the month that runs, and in the one before', () => {
  const facts = [...months.map((month) => win('ana', `${month}-10`, 1000)), win('ana', '2026-11-10', 100_000)]
  for (const at of ['2026-11-20T12:00:00Z', '2026-12-20T12:00:00Z']) {
    const [found, ...others] = outliers(facts, at)
    expect(others).toEqual([])
    expect(found).toMatchObject({ value: 10_000_000, usual: 100_000, member: { id: 'ana' } })
    expect(found?.plan.metric.id).toBe('revenue')
  }
  expect(outliers(facts, '2027-01-20T12:00:00Z')).toEqual([])
})

test('[H100] nothing is said of whoever is new, nor of what is usual', () => {
  const facts = [
    ...months.flatMap((month) => [win('ana', `${month}-10`, 1000), win('bo', `${month}-10`, 10)]),
    win('ana', '2026-11-10', 2900),
    win('bo', '2026-11-10', 100_000),
    call('ana', '2026-11-20T10:00:00Z'),
  ]
  expect(outliers(facts, '2026-11-20T12:00:00Z')).toEqual([])
})
