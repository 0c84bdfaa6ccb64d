// States of another time are worked out as a feed would: nothing on them contradicts itself.
import { expect, test } from 'vitest'
import type { BoardView } from '../../shared/wire/view.ts'
import type { Standing } from '../../shared/wire/view-parts.ts'
import { allOverOf, firstDayOf } from './at-another-time.ts'
import { kinds, ordinaryOf } from './catalogue.ts'

const isStanding = (part: object): part is Standing => 'value' in part && 'goal' in part && 'state' in part

/** Every standing within a part, however deep. */
const standingsIn = (part: unknown): readonly Standing[] => {
  if (typeof part !== 'object' || part === null) return []
  return [...(isStanding(part) ? [part] : []), ...Object.values(part).flatMap(standingsIn)]
}

const stateAt = <Kind extends BoardView['kind']>(kind: Kind, of: typeof firstDayOf) => {
  const view = of(ordinaryOf(kind))
  if (view?.kind !== kind) throw new Error(`no ${kind} board`)
  return view as Extract<BoardView, { kind: Kind }>
}
const valuesOf = (
  rows: Readonly<Record<string, { readonly value: number | null; readonly place: number }>>,
) =>
  Object.values(rows)
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value ?? 0)
const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0)

test.each(kinds)('[B230] on the first day of a %s board nothing is on pace that has just begun', (kind) => {
  const view = firstDayOf(ordinaryOf(kind))
  // Next quarter is as far off as before, and says nothing of today.
  const states = standingsIn(view).filter(({ pace }) => pace === 0)
  expect(states.filter(({ state }) => state === 'on pace')).toEqual([])
})

test.each(kinds)('when all is over on a %s board everybody has reached what they had a goal for', (kind) => {
  const view = allOverOf(ordinaryOf(kind))
  const rows = view && 'rows' in view ? Object.values(view.rows) : []
  const own = rows.filter((row) => isStanding(row) && row.goal !== null && row.value !== null)
  expect(own.filter((row) => isStanding(row) && row.state !== 'reached')).toEqual([])
})

test.each([firstDayOf, allOverOf])('rows stand in the order of their values, and add up', (of) => {
  const board = stateAt('leaderboard', of)
  const values = valuesOf(board.rows)
  expect(values).toEqual([...values].sort((a, b) => b - a))
  expect(board.team?.value).toBe(sum(values))
  expect(sum(board.team?.segments.map(({ value }) => value) ?? [])).toBe(sum(values))
  const race = stateAt('trend-race', of)
  for (const { points, value } of Object.values(race.rows)) {
    expect(points).toHaveLength(race.days.length)
    expect(points.at(-1)).toBeCloseTo(value ?? Number.NaN, 4)
  }
  const together = stateAt('team-goal', of)
  expect(together.value).toBe(sum(valuesOf(together.rows)))
})

test.each([firstDayOf, allOverOf])('who leads a line has more, and the score counts the lines', (of) => {
  const { rows, left, right } = stateAt('head-to-head', of)
  const leads = Object.values(rows).map((row) => {
    const by = (row.left.value ?? 0) - (row.right.value ?? 0)
    const isHigher = row.metric.better === 'higher'
    expect(row.leads).toBe(by === 0 ? 'level' : by > 0 === isHigher ? 'left' : 'right')
    return row.leads
  })
  expect([left.won, right.won]).toEqual(
    ['left', 'right'].map((side) => leads.filter((each) => each === side).length),
  )
})

test('a countdown on the first day has all of its days, and asks for what is left by each of them', () => {
  const { days, value, goal, rhythm, soFarADay } = stateAt('countdown-ask', firstDayOf)
  expect(days).toEqual({ all: 20, left: 20 })
  expect((rhythm?.amount ?? 0) * 20).toBeGreaterThanOrEqual((goal ?? 0) - (value ?? 0))
  expect(soFarADay).toBeNull()
})
