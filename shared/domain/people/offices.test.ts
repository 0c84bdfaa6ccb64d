import { expect, test } from 'vitest'
import { floorOf, team } from '../test-support/test-floor.ts'
import { officesOf, teamsAway } from './offices.ts'

const teamsOf = (...teams: readonly object[]) => floorOf({ teams }).teams

test('an office is the topmost teams that name it, and what is below them sits there too', () => {
  const teams = teamsOf(
    team('east', { office: 'Boston' }),
    team('north', { parent: 'east' }),
    team('lab', { parent: 'north', office: 'Boston' }),
    team('south', { office: 'Boston' }),
    team('west', { office: 'Reno' }),
    team('remote'),
  )
  expect([...officesOf(teams)]).toEqual([
    ['Boston', ['east', 'south']],
    ['Reno', ['west']],
  ])
  expect(teamsAway(teams)).toEqual([])
})

test('a team that sits elsewhere than the team above it is away', () => {
  const teams = teamsOf(team('east', { office: 'Boston' }), team('north', { parent: 'east', office: 'Reno' }))
  expect(teamsAway(teams).map(({ id }) => id)).toEqual(['north'])
})
