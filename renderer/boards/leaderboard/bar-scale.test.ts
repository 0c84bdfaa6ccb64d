import { describe, expect, test } from 'vitest'
import type { LeaderboardRow } from '../../../shared/wire/boards/leaderboard-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { createBarScale } from './bar-scale.ts'

const row = (value: number | null, goal: number | null): LeaderboardRow => ({
  name: 'Ana',
  short: 'Ana',
  initials: 'A',
  hue: 0,
  photo: null,
  value,
  goal,
  attainment: value === null || goal === null ? null : value / goal,
  pace: null,
  state: null,
  rank: 1,
  place: 0,
  climbed: 0,
  improvement: null,
})
const metric = (better: 'higher' | 'lower' = 'higher'): ViewMetric => ({
  id: 'm',
  name: 'Metric',
  noun: 'm',
  objective: '',
  unit: 'count',
  indicator: 'output',
  better,
})
const scale = (
  rows: LeaderboardRow[],
  bars: 'attainment' | 'absolute' = 'attainment',
  better?: 'higher' | 'lower',
) =>
  createBarScale({
    rows: Object.fromEntries(rows.map((each, index) => [index, each])),
    bars,
    metric: metric(better),
  })

describe('bars', () => {
  test('personal goals lie on one straight line: bars at their goal are equally long', () => {
    const [small, large] = [row(10, 10), row(500, 500)]
    const { fraction, goalAt } = scale([small, large])
    expect(fraction(small)).toBe(fraction(large))
    expect(fraction(small)).toBe(goalAt)
  })

  test('the goal line keeps its place while the leader moves on a little', () => {
    expect(scale([row(130, 100)]).goalAt).toBe(scale([row(148, 100)]).goalAt)
    expect(scale([row(50, 100)]).goalAt).toBe(0.8)
    expect(scale([row(9000, 100)]).goalAt).toBe(0.5)
  })

  test('nothing leaves the track: not five times the goal, not less than nothing, not the unknown', () => {
    const rows = [row(500, 100), row(-50, 100), row(null, 100), row(30, null)]
    expect(rows.map(scale(rows).fraction)).toEqual([1, 0, 0, 0])
  })

  test('absolute bars carry their own marks, on the same scale', () => {
    const rows = [row(50, 100), row(100, null)]
    const { fraction, mark, goalAt } = scale(rows, 'absolute')
    expect(goalAt).toBeNull()
    expect(mark(row(50, 100))).toBe(fraction(row(100, null)))
    expect(mark(row(100, null))).toBeNull()
  })

  test('without goals bars compare with the best, and zero or negative bests draw none', () => {
    const rows = [row(50, null), row(100, null)]
    expect(rows.map(scale(rows).fraction)).toEqual([0.5, 1])
    expect([row(-1, null), row(0, null)].map(scale([row(-1, null), row(0, null)]).fraction)).toEqual([0, 0])
  })

  test('where lower is better the smallest value has the longest bar', () => {
    const rows = [row(10, null), row(40, null), row(null, null)]
    expect(rows.map(scale(rows, 'attainment', 'lower').fraction)).toEqual([1, 0.25, 0])
  })
})
