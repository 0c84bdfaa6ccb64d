import { describe, expect, test } from 'vitest'
import { createFloorModel } from '../counting/floor-model.ts'
import { floorOf, person, team } from '../test-support/test-floor.ts'
import { formatDay, parseDay } from '../time/calendar-date.ts'
import { undatedDay } from '../time/fiscal-calendar.ts'
import { roleOn, spellsWithin, stayAt, stayOn } from './roster.ts'

const rosterOf = (people: object[], teams: object[] = []) =>
  createFloorModel(
    floorOf({
      people,
      teams,
      roles: [
        { id: 'ae', name: 'AE' },
        { id: 'sdr', name: 'SDR' },
      ],
    }),
  ).roster

const ana = (roster: ReturnType<typeof rosterOf>) => {
  const member = roster.find('ana')
  if (!member) throw new Error('no ana')
  return member
}

const offices = [
  team('east', { timeZone: 'Europe/London' }),
  team('north', { parent: 'east' }),
  team('west', { timeZone: 'America/New_York' }),
]
const mover = person('ana', {
  team: [{ team: 'north' }, { team: 'west', from: '2026-11-10' }],
  role: [
    { role: 'sdr', from: '2026-01-01' },
    { role: 'ae', from: '2026-11-01' },
  ],
})

describe('a roster', () => {
  test('[F5] finds people by id and alias, composed or not, and ids before aliases', () => {
    const roster = rosterOf([person('ana', { aliases: ['Zoë Ana'] }), person('bo')])
    expect(roster.find('  zoe\u0308 ana ')?.id).toBe('ana')
    expect(roster.find('BO')?.id).toBe('bo')
    expect(roster.find('__proto__')).toBeNull()
  })

  test('[F4] a team has the zone of the nearest team above it that says one', () => {
    const roster = rosterOf([], offices)
    expect(roster.teams.map(({ zone }) => zone.id)).toEqual([
      'Europe/London',
      'Europe/London',
      'America/New_York',
    ])
    expect(roster.teams[1]?.chain.map(roster.idOf)).toEqual(['north', 'east'])
  })

  test('[F4] members of a team’s list are on it from the beginning', () => {
    const roster = rosterOf([person('ana')], [team('east', { members: ['ana'] })])
    expect(ana(roster).stays.map((stay) => stay.team && roster.idOf(stay.team))).toEqual(['east'])
  })

  test('[F3] a move happens at midnight of the new office', () => {
    const roster = rosterOf([mover], offices)
    const teamAt = (instant: string) => roster.idOf(stayAt(ana(roster), Date.parse(instant)).team ?? -1)
    expect(teamAt('2026-11-10T04:59:59.999Z')).toBe('north')
    expect(teamAt('2026-11-10T05:00:00Z')).toBe('west')
    expect(roster.idOf(stayOn(ana(roster), parseDay('2026-11-09')).team ?? -1)).toBe('north')
    expect(roster.idOf(stayOn(ana(roster), parseDay('2026-11-10')).team ?? -1)).toBe('west')
  })

  test('[F4] nobody holds a role before its date', () => {
    const member = ana(rosterOf([mover], offices))
    const roles = ['2025-12-31', '2026-01-01', '2026-10-31', '2026-11-01'].map((date) =>
      roleOn(member, parseDay(date)),
    )
    expect(roles).toEqual([null, 'sdr', 'sdr', 'ae'])
  })
})

describe('spells', () => {
  const spells = (team: string | null, role: string | null, from: string, to: string): string[] => {
    const roster = rosterOf([mover], offices)
    const within = { team: team === null ? null : roster.subjectOf(team), role }
    const range = { from: parseDay(from), to: parseDay(to) }
    return spellsWithin(ana(roster), range, within, roster.teamAt).map(
      (spell) => `${formatDay(spell.from)} ${formatDay(spell.to)}`,
    )
  }

  test.each([
    ['north', null, ['2026-10-15 2026-11-01', '2026-11-01 2026-11-10']],
    ['east', 'ae', ['2026-11-01 2026-11-10']],
    ['west', 'ae', ['2026-11-10 2026-12-01']],
    ['west', 'sdr', []],
    [null, 'sdr', ['2026-10-15 2026-11-01']],
  ])('[B2] on %s as %s are %j', (team, role, expected) => {
    expect(spells(team, role, '2026-10-15', '2026-12-01')).toEqual(expected)
  })

  test('[F4] what has no date belongs to where somebody is last', () => {
    const roster = rosterOf([mover], offices)
    const range = { from: undatedDay, to: Number.POSITIVE_INFINITY }
    const holdsUndated = (team: string) =>
      spellsWithin(ana(roster), range, { team: roster.subjectOf(team), role: null }, roster.teamAt).some(
        ({ from }) => from === undatedDay,
      )
    expect([holdsUndated('west'), holdsUndated('east')]).toEqual([true, false])
  })
})
