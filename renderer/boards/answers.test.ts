// What boards say in their largest letters.
import { expect, test } from 'vitest'
import { createFormat } from '../../shared/domain/words/format.ts'
import type { GoalState } from '../../shared/wire/view-parts.ts'
import { formulaAnswer } from './formula/answer.ts'
import { funnelAnswer } from './funnel/answer.ts'
import { improvedAnswer } from './improved/answer.ts'
import { leaderboardAnswer } from './leaderboard/answer.ts'
import { overTheLineAnswer } from './over-the-line/answer.ts'
import type { BoardAnswer } from './parts/board-answer.ts'
import { k, revenue } from './samples/floor.ts'
import { face, leaderRows, standing } from './samples/people.ts'
import { teamGoalAnswer } from './team-goal/answer.ts'
import { teamProgressAnswer } from './team-progress/answer.ts'
import { trendRaceAnswer } from './trend-race/answer.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const said = (answer: BoardAnswer | null) =>
  answer && `${answer.alarm ?? 'plain'}: ${answer.word} ${answer.rest}`.trim()

const teams = (...states: readonly (GoalState | null)[]) => {
  const rows = states.map((state, place) => [
    `t${place}`,
    { ...standing(1, 2), state, name: 'T', hue: 0, place, ahead: 0, projected: null, trend: [], inputs: [] },
  ])
  return said(teamProgressAnswer({ rows: Object.fromEntries(rows), metric: revenue }, format))
}

test('[B218] team progress says how many teams are on pace, and of all of them that they are over the line', () => {
  expect(teams('reached', 'on pace', 'behind', null)).toBe('plain: 2 of 3 teams on pace')
  expect(teams('reached', 'on pace')).toBe('ahead: 2 of 2 teams on pace')
  expect(teams('reached', 'reached')).toBe('reached: All 2 teams over the line.')
  expect(teams(null, null)).toBeNull()
})

const race = (values: readonly (number | null)[], part: object = {}) => {
  const rows = leaderRows(values.map((value, at) => ({ name: `Ann ${'ABC'[at]}`, value, goal: null })))
  const points = Object.entries(rows).map(([id, row]) => [id, { ...row, points: [] }])
  const view = { show: 'total', metric: revenue, over: false, ...part } as const
  return said(trendRaceAnswer({ rows: Object.fromEntries(points), days: ['2026-10-01'], ...view }, format))
}

test('[B218] a race says who leads and by how much, once somebody does', () => {
  expect(race([412 * k, 368 * k, null])).toBe('plain: Ann A. leads by $44K')
  expect(race([412 * k, 368 * k], { over: true })).toBe('plain: Ann A. was $44K ahead')
  expect(race([412 * k, 368 * k], { show: 'attainment' })).toBe('plain: Ann A. is in front')
  expect(race([368 * k, 368 * k])).toBe('plain: Neck and neck')
  expect(race([0, 0])).toBeNull()
  expect(race([5])).toBeNull()
  expect(race([412 * k, 368 * k], { days: [] })).toBeNull()
})

test('[B218][B233][B246] over the line says how many are, and plans of the day how many are over theirs', () => {
  const rows = { ana: { ...face('Ana', 0), ...standing(2, 1), place: 0 } }
  expect(said(overTheLineAnswer({ rows, withGoal: 24 }, format))).toBe('reached: 1 of 24 over the line')
  expect(said(overTheLineAnswer({ rows: {}, withGoal: 24 }, format))).toBe(
    'plain: Who is first over the line?',
  )
  expect(said(overTheLineAnswer({ rows: {}, withGoal: 0 }, format))).toBeNull()
  const both = { ...rows, bo: { ...face('Bo', 1), ...standing(2, 1), place: 1 } }
  expect(said(overTheLineAnswer({ rows: both, withGoal: 2 }, format))).toBe(
    'reached: Everybody is over the line.',
  )
  const column = { metric: revenue, plannedFor: 'day', team: standing(1, 2), atGoal: 2, withGoal: 8 } as const
  const planned = { ana: { ...face('Ana', 0), place: 0, role: null, team: null, cells: [], nothing: null } }
  expect(said(formulaAnswer({ columns: [column], reached: false, rows: planned }, format))).toBe(
    'plain: 2 of 8 over their line',
  )
  const ahead = (withGoal: number) => ({
    columns: [{ ...column, atGoal: 0, withGoal }],
    reached: false,
    rows: planned,
  })
  expect(said(formulaAnswer(ahead(8), format))).toBe('plain: 8 plans for today.')
  expect(said(formulaAnswer(ahead(0), format))).toBeNull()
})

test('[B218][B231][B232][B244][B250] improvements say who gained most, else who kept at it longest, else that first place is open; a funnel where how many are lost', () => {
  const gain = { ...face('Kofi Mensah', 0), from: 96, to: 158, change: 0.64 }
  const rows = { bo: { ...gain, ...face('Bo Lee', 1), place: 1 }, kofi: { ...gain, place: 0 } }
  const nobody = { metric: revenue, withGoal: 2, rows: {} }
  const of = { improved: revenue, relative: true, early: false }
  expect(said(improvedAnswer({ ...of, rows, streaks: nobody }, format, 'en-US'))).toBe(
    'plain: Kofi M. ▲ +64% in closed-\u2060won revenue',
  )
  expect(said(improvedAnswer({ ...of, rows: {}, streaks: nobody }, format, 'en-US'))).toBe(
    'plain: First place is still open',
  )
  const run = { ...face('Isabella Rossi', 0), place: 0, days: 14, capped: false, today: 'open' } as const
  const shorter = { ...run, ...face('Bo Lee', 1), place: 1, days: 3 }
  const streaks = { ...nobody, rows: { bo: shorter, isabella: run } }
  expect(said(improvedAnswer({ ...of, rows: {}, streaks }, format, 'en-US'))).toBe(
    'plain: Isabella R. 14 days in a row on goal',
  )
  const flow = { left: 68, wentOn: 28, conversion: 0.41, days: 16 }
  const stage = { ...flow, place: 0, name: 'Proposal', before: { ...flow, conversion: 0.58 } }
  expect(said(funnelAnswer({ rows: { p: stage }, leak: 'p' }, format))).toBe(
    'behind: Leak: 59% lost at Proposal',
  )
  expect(said(funnelAnswer({ rows: { p: stage }, leak: null }, format))).toBe('ahead: No leak.')
  const few = { ...stage, left: 3, before: { ...flow, left: 2 } }
  expect(said(funnelAnswer({ rows: { p: few }, leak: null }, format))).toBeNull()
})

const ranking = (values: readonly (number | null)[], goal: number | null, part: object = {}) => {
  const rows = leaderRows(values.map((value, at) => ({ name: `Ann ${'ABCD'[at]}`, value, goal })))
  return said(leaderboardAnswer({ rows, rankBy: 'value', metric: revenue, ...part }, format, 'en-US'))
}

test('[B236] a leaderboard says how many are over the line', () => {
  expect(ranking([130 * k, 100 * k], 100 * k)).toBe('reached: Everybody is over the line.')
  expect(ranking([130 * k, 99 * k, 5 * k], 100 * k)).toBe('reached: 1 of 3 over the line')
})

test('[B236] while nobody is, a leaderboard says who is first and with what', () => {
  const meetings = { ...revenue, unit: 'count', noun: 'meetings' } as const
  expect(ranking([97 * k, 41 * k], 100 * k)).toBe('plain: Ann A. first with $97K')
  expect(ranking([97 * k, 41 * k], null)).toBe('plain: Ann A. first with $97K')
  expect(ranking([97 * k, 41 * k], 100 * k, { rankBy: 'attainment' })).toBe('plain: Ann A. first with 97%')
  expect(ranking([12, 4], 14, { metric: meetings })).toBe('plain: Ann A. first with 12 meetings')
  expect(ranking([12, 12, 4], 14, { metric: meetings })).toBe('plain: 2 share first place')
})

test('[B236] of values the name, which may be cut, stands last', () => {
  const by = { field: 'product', gathered: [] }
  expect(ranking([97 * k, 41 * k], null, { by })).toBe('plain: $97K from Ann A')
})

test('[B236] where there is no first, a leaderboard says what it is about', () => {
  expect(ranking([0, 0], 100 * k)).toBeNull()
  expect(ranking([null, null], 100 * k)).toBeNull()
  expect(ranking([97 * k], 100 * k)).toBeNull()
})

const together = (value: number | null, goal: number | null, part: object = {}) => {
  const all = { metric: revenue, ...standing(value, goal), isOver: false, ...part }
  return said(teamGoalAnswer(all, format, 'en-US'))
}

test('[B237] a team goal says how all of them stand and what is left, with or without something due', () => {
  const meetings = { ...revenue, unit: 'count', noun: 'meetings' } as const
  const behind = { pace: 45, state: 'behind' }
  expect(together(2100 * k, 2750 * k, { pace: 1900 * k, state: 'on pace' })).toBe(
    'ahead: Ahead. $650K to go.',
  )
  expect(together(38, 50, { metric: meetings, ...behind })).toBe('behind: Behind. 12 meetings to go.')
  expect(together(2800 * k, 2750 * k, { state: 'reached' })).toBe('reached: Goal reached. +$50K.')
  expect(together(0, 50, { metric: meetings, pace: 0, state: null })).toBe('plain: 50 meetings to go.')
})

test('[B237] without a goal a team goal says what all have added, and afterwards what was missing', () => {
  expect(together(2100 * k, null)).toBe('plain: $2.10M together.')
  expect(together(2100 * k, 2750 * k, { isOver: true, state: 'behind' })).toBe(
    'behind: $650K short of the goal.',
  )
  expect(together(null, 2750 * k)).toBeNull()
  expect(together(0, null)).toBeNull()
})
