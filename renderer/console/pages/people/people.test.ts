import { expect, test } from 'vitest'
import { floorOf, person, team } from '../../../../shared/domain/test-support/test-floor.ts'
import { groupPeople, listPeople } from './groups.ts'
import { draftOf, personEdits } from './person-draft.ts'
import { timeLineOf } from './time-line-bars.ts'

const file = floorOf({
  teams: [team('east', { name: 'East', members: ['bo'] }), team('west', { name: 'West', parent: 'east' })],
  roles: [{ id: 'ae', name: 'Account executive', ramp: [0.4, 0.6] }],
  people: [
    person('ana', {
      name: 'Ana Ruiz',
      team: [{ team: 'east' }, { team: 'west', from: '2026-11-10' }],
      role: 'ae',
    }),
    person('bo', { name: 'Bo Li', aliases: ['bo@x.test'], startedOn: '2026-10-25', role: 'ae' }),
    person('cy', { name: 'Cy Oh', team: 'east', endedOn: '2026-10-30' }),
  ],
  metrics: [],
})
const today = '2026-11-20'
const named = (sought: string) =>
  groupPeople(listPeople(file, today), file, sought).map(({ team: of, hasLeft, people }) => [
    of?.id ?? (hasLeft ? 'left' : 'none'),
    ...people.map(({ person: { id } }) => id),
  ])
const anaBoCy = file.people
const edits = (at: number, change: object) => {
  const who = anaBoCy[at] ?? null
  const base = draftOf(who, file)
  return personEdits(who, { base, draft: { ...base, ...change } }, file, () => 'new')
}

test('people stand by the team of today, leavers apart; a search finds all its words', () => {
  expect(named('')).toEqual([
    ['east', 'bo'],
    ['west', 'ana'],
    ['left', 'cy'],
  ])
  expect(named('BO@x')).toEqual([['east', 'bo']])
  expect(named('west executive')).toEqual([['west', 'ana']])
  expect(named('nobody')).toEqual([])
  expect(listPeople(file, today).map(({ ramp }) => ramp)).toEqual([null, 40, null])
})

test('an edit writes what was changed and no more', () => {
  expect(edits(0, {})).toEqual([])
  expect(edits(0, { shortName: 'Ana' })).toEqual([
    { do: 'set', list: 'people', id: 'ana', fields: { shortName: 'Ana' } },
  ])
  expect(edits(0, { endedOn: '2026-12-31', ramp: [50] })[0]).toMatchObject({
    fields: { endedOn: '2026-12-31', ramp: [0.5] },
  })
})

test('what another changed meanwhile is not written back by a form that was open', () => {
  const [ana] = anaBoCy
  const base = draftOf(ana ?? null, file)
  const moved = { ...file, people: file.people.map((each) => ({ ...each, role: 'lead' })) }
  expect(
    personEdits(moved.people[0] ?? null, { base, draft: { ...base, shortName: 'Ana' } }, moved, () => 'new'),
  ).toEqual([{ do: 'set', list: 'people', id: 'ana', fields: { shortName: 'Ana' } }])
})

test('[H9] who is renamed keeps the old name; who moves is no longer listed by the team they left', () => {
  expect(edits(1, { name: 'Bo Lindgren' })).toEqual([
    { do: 'set', list: 'people', id: 'bo', fields: { name: 'Bo Lindgren', aliases: ['bo@x.test', 'Bo Li'] } },
  ])
  expect(
    edits(1, {
      teams: [
        { id: 'east', from: '' },
        { id: 'west', from: '2026-12-01' },
      ],
    }),
  ).toEqual([
    { do: 'set', list: 'teams', id: 'east', fields: { members: [] } },
    {
      do: 'set',
      list: 'people',
      id: 'bo',
      fields: { team: [{ team: 'east' }, { team: 'west', from: '2026-12-01' }] },
    },
  ])
})

test('[H12] the line of time is as long as what happened, and ends half a year from now', () => {
  const lineOf = (at: number) =>
    timeLineOf({
      draft: draftOf(anaBoCy[at] ?? null, file),
      roleRamp: [40, 60],
      nameOf: (id) => id.toUpperCase(),
      today,
    })
  const [ana, bo, cy] = [lineOf(0), lineOf(1), lineOf(2)]
  expect(ana.teams.map(({ words, since, until }) => [words, since, until])).toEqual([
    ['EAST', null, '2026-11-09'],
    ['WEST', '2026-11-10', null],
  ])
  expect(bo.ramp.map(({ words, since, until }) => [words, since, until])).toEqual([
    ['40 %', '2026-10-25', '2026-11-24'],
    ['60 %', '2026-11-25', '2026-12-24'],
  ])
  expect(bo.to - bo.today).toBe(183)
  // Who has left is not drawn beyond their last day.
  expect(cy.teams[0]?.until).toBe('2026-10-30')
  expect(cy.teams[0]?.to).toBeLessThan(cy.today)
})
