import { expect, test } from 'vitest'
import { refuseChange } from './may-change.ts'

const floor = {
  floor: { name: 'Test' },
  teams: [{ id: 'east', name: 'East' }, { id: 'north', parent: 'east' }, { id: 'west' }],
  screens: [
    { id: 'lobby', name: 'Lobby' },
    { id: 'north', name: 'North', team: 'north' },
    { id: 'west', name: 'West', team: 'west' },
  ],
}
const screens = (...list: object[]) => ({ ...floor, screens: list })
const [lobby = {}, north = {}, west = {}] = floor.screens
const manager = { administers: false, teams: null }
const ofEast = { administers: false, teams: ['east'] }

test('[F81] an admin changes everything', () => {
  expect(refuseChange(floor, {}, { administers: true, teams: [] })).toBeNull()
})

test('[F81] a manager changes boards, playlists and screens, and nothing by which facts count', () => {
  expect(refuseChange(floor, { ...floor, boards: [], playlists: [], screenGroups: [] }, manager)).toBeNull()
  expect(refuseChange(floor, screens(), manager)).toBeNull()
  expect(refuseChange(floor, { ...floor, people: [{ id: 'bo' }] }, manager)).toBe(
    'Only an admin changes people of the floor; managers change boards, playlists and screens.',
  )
  expect(refuseChange(floor, { ...floor, floor: { name: 'Other' } }, manager)).toBe(
    'Only an admin changes the floor’s settings.',
  )
})

test('[F81] a manager of teams changes their screens, those of the teams below, and those of no team', () => {
  const calm = { calm: true }
  expect(refuseChange(floor, screens({ ...lobby, ...calm }, { ...north, ...calm }, west), ofEast)).toBeNull()
  expect(refuseChange(floor, screens(lobby, west), ofEast)).toBeNull()
  const foreign = 'The screen "West" is another team’s; its own manager or an admin changes it.'
  expect(refuseChange(floor, screens(lobby, north, { ...west, ...calm }), ofEast)).toBe(foreign)
  expect(refuseChange(floor, screens(lobby, north), ofEast)).toBe(foreign)
  // Nobody gives a screen to a team that is not theirs, or takes one.
  expect(refuseChange(floor, screens(lobby, north, { ...west, team: 'east' }), ofEast)).toBe(foreign)
  expect(refuseChange(floor, screens({ ...lobby, team: 'west' }, north, west), ofEast)).toMatch(/"Lobby"/)
})
