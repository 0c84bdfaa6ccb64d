import { expect, test } from 'vitest'
import type { CoachingPoint } from '../../../../shared/wire/coaching.ts'
import { sampleCoaching } from '../../../../test/renderer/sample-coaching.ts'
import { type Coached, groupByTeam } from './list-groups.ts'

const { who } = sampleCoaching()

const coached = (name: string, team: string | null, point: CoachingPoint): Coached => ({
  ...who,
  id: name,
  face: { ...who.face, name },
  team,
  none: { kind: 'no quota' },
  point,
  step: null,
  planned: null,
  needed: null,
  first: null,
  talk: { lastAt: null, nextOn: null, isOverdue: false, openActions: 0 },
})

const people = [
  coached('Ana', 'East', { kind: 'holds' }),
  coached('Bo', 'East', { kind: 'too little to tell' }),
  coached('Chloé', 'West', { kind: 'holds' }),
  coached('Dan', 'West', { kind: 'lags', link: 0 }),
  coached('Eve', 'West', { kind: 'sank', link: 0 }),
  coached('Fay', null, { kind: 'holds' }),
]

const named = (asked: string) =>
  groupByTeam(people, asked).map(({ team, people: members }) => [team, ...members.map(({ id }) => id)])

test('teams with somebody to coach come first, and so do those in them', () => {
  expect(named('')).toEqual([
    ['West', 'Eve', 'Dan', 'Chloé'],
    ['East', 'Ana', 'Bo'],
    [null, 'Fay'],
  ])
})

test('people are found by words of their name, role or team, whatever the case or the marks', () => {
  expect(named('chloe')).toEqual([['West', 'Chloé']])
  expect(named('east AN')).toEqual([['East', 'Ana']])
  expect(named('enterprise').flat()).toHaveLength(9)
  expect(named('nobody')).toEqual([])
})
