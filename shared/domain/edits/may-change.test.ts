import { describe, expect, test } from 'vitest'
import { type ChangeRights, refuseChange } from './may-change.ts'

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
  expect(refuseChange(floor, { ...floor, metrics: [{ id: 'calls' }] }, manager)).toBe(
    'Only an admin changes metrics of the floor; managers change the people, goals, boards, playlists and screens of their teams.',
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

describe('a manager of teams', () => {
  const crew = {
    ...floor,
    teams: [
      { id: 'east', name: 'East', members: ['lo'] },
      { id: 'north', name: 'North', parent: 'east' },
      { id: 'west', name: 'West', members: ['wu'] },
    ],
    people: [
      { id: 'bo', name: 'Bo', team: 'east' },
      { id: 'ny', name: 'Ny', team: [{ team: 'west' }, { team: 'north', from: '2026-07-01' }] },
      { id: 'lo', name: 'Lo' },
      { id: 'wu', name: 'Wu' },
      { id: 'al', name: 'Al' },
    ],
    goals: [
      { metric: 'calls', window: 'week', rep: 'bo', value: 20 },
      { metric: 'calls', window: 'week', rep: 'wu', value: 20 },
      { metric: 'calls', window: 'week', role: 'ae', value: 20 },
    ],
    boards: [
      { id: 'all', title: 'All' },
      { id: 'theirs', title: 'Theirs', scope: { team: 'west' } },
    ],
  }
  const withPerson = (id: string, fields: object) => ({
    ...crew,
    people: crew.people.map((person) => (person.id === id ? { ...person, ...fields } : person)),
  })
  const refused = (after: object, rights: ChangeRights = ofEast) =>
    refuseChange(crew, { ...crew, ...after }, rights)
  const called = { shortName: 'B.' }

  test('[H92] changes their people, whoever lists them, and nobody else’s', () => {
    expect(refused(withPerson('bo', called))).toBeNull()
    expect(refused(withPerson('ny', called))).toBeNull()
    expect(refused(withPerson('lo', called))).toBeNull()
    expect(refused(withPerson('wu', called))).toBe(
      'The person "Wu" is another team’s; its own manager or an admin changes it.',
    )
    // Who is on no team is nobody's but an admin's, and a manager's of all.
    expect(refused(withPerson('al', called))).toMatch(/"Al" is another team’s/)
    expect(refused(withPerson('al', called), manager)).toBeNull()
  })

  test('[H92] moves people among their own teams, and takes nobody from others or to them', () => {
    expect(
      refused(withPerson('bo', { team: [{ team: 'east' }, { team: 'north', from: '2027-01-01' }] })),
    ).toBeNull()
    expect(refused(withPerson('bo', { team: 'west' }))).toMatch(
      /^"Bo" would come from another team, or go to one/,
    )
    expect(refused(withPerson('wu', { team: 'east' }))).toMatch(/"Wu" is another team’s/)
    // Her time with the others stays as long as it was: what she did there counts there.
    expect(
      refused(withPerson('ny', { team: [{ team: 'west' }, { team: 'north', from: '2026-01-01' }] })),
    ).toMatch(/^"Ny" would come/)
    const lists = (east: string[], west: string[]) => ({
      teams: crew.teams.map((team) =>
        team.id === 'east'
          ? { ...team, members: east }
          : team.id === 'west'
            ? { ...team, members: west }
            : team,
      ),
    })
    expect(refused(lists(['lo', 'wu'], []))).toMatch(/"Wu" is another team’s/)
    expect(refused(lists(['lo', 'al'], ['wu']))).toMatch(/"Al" is another team’s/)
  })

  test('[H92] adds people to their teams, and removes them', () => {
    const adding = (entry: object) => ({ people: [...crew.people, entry] })
    expect(refused(adding({ id: 'di', name: 'Di', team: 'north' }))).toBeNull()
    expect(refused(adding({ id: 'di', name: 'Di' }))).toBe(
      'You add people to your own teams; "Di" would be on another one, or on none.',
    )
    expect(refused(adding({ id: 'di', name: 'Di', team: 'west' }))).toMatch(/^You add people/)
    const without = (...ids: string[]) => ({
      people: crew.people.filter(({ id }) => !ids.includes(id)),
      goals: crew.goals.filter(({ rep }) => rep === undefined || !ids.includes(rep)),
    })
    expect(refused(without('bo'))).toBeNull()
    expect(refused(without('wu'))).toMatch(/"Wu" is another team’s/)
  })

  test('[H92] sets the goals of their people and teams alone', () => {
    const setting = (goal: object) => ({
      goals: [...crew.goals, { metric: 'calls', window: 'week', value: 1, ...goal }],
    })
    expect(refused(setting({ rep: 'ny' }))).toBeNull()
    expect(refused(setting({ team: 'north' }))).toBeNull()
    expect(refused(setting({ rep: 'wu' }))).toBe(
      '"Wu" is on another team; its own manager or an admin sets their goals.',
    )
    expect(refused(setting({ team: 'west' }))).toMatch(/^You set the goals of your own teams/)
    for (const goal of [{ role: 'ae' }, { org: true }])
      for (const rights of [ofEast, manager])
        expect(refused(setting(goal), rights)).toMatch(
          /^Only an admin sets the goals of a role or of the whole floor/,
        )
    expect(refused({ goals: crew.goals.slice(0, 2) })).toMatch(/^Only an admin sets the goals of a role/)
    expect(refused({ goals: [...crew.goals].reverse() })).toBeNull()
  })

  test('[H92] says what their team is called and looks like; where it belongs is an admin’s', () => {
    const changing = (id: string, fields: object) => ({
      teams: crew.teams.map((team) => (team.id === id ? { ...team, ...fields } : team)),
    })
    expect(refused(changing('north', { name: 'Northern', colour: 'mint' }))).toBeNull()
    expect(refused(changing('west', { name: 'Wild west' }))).toMatch(/"West" is another team’s/)
    expect(refused(changing('north', { parent: 'west' }))).toMatch(/^Only an admin changes where/)
    expect(refused(changing('north', { timeZone: 'UTC' }), manager)).toMatch(/^Only an admin changes where/)
    expect(refused({ teams: [...crew.teams, { id: 'new', name: 'New' }] })).toMatch(/^Only an admin adds/)
  })

  test('[H92] changes boards about their teams and about nobody’s', () => {
    const titled = (id: string) => ({
      boards: crew.boards.map((board) => (board.id === id ? { ...board, title: 'Other' } : board)),
    })
    expect(refused(titled('all'))).toBeNull()
    expect(refused(titled('theirs'))).toBe(
      'The board "Theirs" is another team’s; its own manager or an admin changes it.',
    )
    expect(refused(titled('theirs'), manager)).toBeNull()
    expect(
      refused({ boards: [...crew.boards, { id: 'b', title: 'B', scope: { team: 'north' } }] }),
    ).toBeNull()
  })
})
