import { expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import { teamOfRole, usualPlace } from './usual-place.ts'

type People = readonly object[]

const board = (id: string, role: string, goalOf?: string) => ({
  ...{ id, title: id, kind: 'leaderboard', metric: 'bookings', window: 'quarter', scope: { role } },
  ...(goalOf !== undefined && { goalOf }),
})
const floorWith = (people: People, boards = [board('one', 'ae', 'north'), board('two', 'ae')]) =>
  FloorFile.parse({
    floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' },
    roles: ['ae', 'sdr'].map((id) => ({ id, name: id })),
    teams: ['sales', 'north', 'south'].map((id) => ({ id, name: id })),
    people: people.map((person, nth) => ({ id: `p${nth}`, name: `P ${nth}`, ...person })),
    boards,
  })

test('[H147] while nobody is there, it is the first role, in the team whose goals its boards show', () => {
  expect(usualPlace(floorWith([]))).toEqual({ role: 'ae', team: 'north' })
  expect(usualPlace(floorWith([], []))).toEqual({ role: 'ae', team: null })
  expect(usualPlace(floorWith([], [board('one', 'ae', 'org')]))).toEqual({ role: 'ae', team: null })
  expect(usualPlace(floorWith([], [board('one', 'ae', 'north'), board('two', 'ae', 'south')]))).toEqual({
    role: 'ae',
    team: null,
  })
})

test('[H147] where people are, it is what all of them have, and nothing where they differ', () => {
  const ae = { role: 'ae', team: 'south' }
  expect(usualPlace(floorWith([ae, ae]))).toEqual({ role: 'ae', team: 'south' })
  expect(usualPlace(floorWith([ae, { role: 'ae', team: 'north' }]))).toEqual({ role: 'ae', team: null })
  expect(usualPlace(floorWith([ae, { role: 'sdr', team: 'south' }]))).toEqual({ role: null, team: 'south' })
  expect(usualPlace(floorWith([{}]))).toEqual({ role: null, team: null })
  const moved = { role: 'ae', team: [{ team: 'north' }, { team: 'south', from: '2026-04-01' }] }
  expect(usualPlace(floorWith([ae, moved]))).toEqual({ role: 'ae', team: 'south' })
})

test('[H147] a role is in the team of all who have it', () => {
  const floor = floorWith([{ role: 'ae', team: 'south' }, { role: 'sdr', team: 'sales' }, { role: 'sdr' }])
  expect(teamOfRole(floor, 'ae')).toBe('south')
  expect(teamOfRole(floor, 'sdr')).toBe(null)
})
