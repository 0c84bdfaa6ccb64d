import { expect, test } from 'vitest'
import {
  addNamedPeople,
  countNamed,
  type NamedPerson,
  namedPerson,
  nameFromWritten,
  otherColumnOf,
} from './named-people.ts'

const newId = (name: string, taken: readonly string[]): string => `${name.toLowerCase()}-${taken.length}`
const named = (written: string, more: Partial<NamedPerson> = {}): NamedPerson => ({
  ...namedPerson(written, more.also ?? null),
  ...more,
})

test('[H123] a name with its words turned round, or an address, becomes a name as people read it', () => {
  expect(
    [
      'Ruiz, Ana',
      'ana.ruiz@example.com',
      'José  Núñez',
      'Smith, Bob, Jr.',
      '42@example.com',
      'c_li2@x.de',
    ].map(nameFromWritten),
  ).toEqual(['Ana Ruiz', 'Ana Ruiz', 'José Núñez', 'Smith, Bob, Jr.', '42@example.com', 'C Li'])
})

test('[H123] whoever is added is known by what the file writes, and two names of one are one person', () => {
  const all = [
    named('Ruiz, Ana', { role: 'ae', team: 'north' }),
    named('ana.ruiz@example.com'),
    named('Bo Li', { also: 'bo@example.com' }),
    named('dee@example.com', { also: 'Okafor, Dee' }),
    named('Cy'),
  ]
  expect(countNamed(all)).toBe(4)
  expect(addNamedPeople(all, ['priya'], newId).map((edit) => 'entry' in edit && edit.entry)).toEqual([
    {
      id: 'ana ruiz-1',
      name: 'Ana Ruiz',
      role: 'ae',
      team: 'north',
      aliases: ['Ruiz, Ana', 'ana.ruiz@example.com'],
    },
    { id: 'bo li-2', name: 'Bo Li', aliases: ['bo@example.com'] },
    { id: 'dee okafor-3', name: 'Dee Okafor', aliases: ['dee@example.com', 'Okafor, Dee'] },
    { id: 'cy-4', name: 'Cy' },
  ])
})

test('[H124] the column that calls people otherwise is named after the one with the names, and is no customer’s', () => {
  const columns = ['Opportunity Owner', 'Contact Email', 'Email', 'Owner E-Mail']
  expect(otherColumnOf('Opportunity Owner', columns)).toBe(3)
  expect(otherColumnOf('Owner E-Mail', columns)).toBe(0)
  expect(otherColumnOf('Opportunity Owner', ['Opportunity Owner Email Address'])).toBe(0)
  expect(otherColumnOf('Deal owner (e-mail)', ['Contact', 'Deal owner'])).toBe(1)
  expect(otherColumnOf('Opportunity Owner', ['Opportunity Owner', 'Contact Email', 'Email'])).toBe(-1)
  expect(otherColumnOf('Email', ['Opportunity Owner', 'Contact Email', 'Email'])).toBe(-1)
})
