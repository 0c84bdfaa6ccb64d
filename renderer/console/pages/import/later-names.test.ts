import { expect, test } from 'vitest'
import { FloorFile } from '../../../../shared/wire/floor.ts'
import { laterNames } from './later-names.ts'

const { people } = FloorFile.parse({
  floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' },
  teams: [],
  roles: [{ id: 'ae', name: 'Account executive' }],
  people: [
    { id: 'priya', name: 'Priya Raman', role: 'ae' },
    { id: 'marcus', name: 'Marcus Oyelaran', role: 'ae' },
  ],
  metrics: [],
  boards: [],
})
const [somebody] = people

const warning = (unknown?: string) => ({
  what: `the floor knows nobody called "${unknown}"`,
  ...{ count: 1, first: 'a', line: 6000 },
  ...(unknown !== undefined && { unknown }),
})
const shown = [{ name: 'Jo Early', person: null, also: null }]

test('[H146] what a check names and the first rows did not is asked for, with whose it probably is', () => {
  const slip = 'Raman, Priya'
  const check = { warnings: [warning('Jo Early'), warning(), warning('Q. Nobody'), warning(slip)] }
  expect(laterNames(check, shown, people)).toEqual([
    { name: 'Q. Nobody', person: null, also: null },
    { name: slip, person: 'priya', also: null },
  ])
})

test('[H146] a name that somebody was given meanwhile is asked for no more', () => {
  const known = people.map((person) =>
    person === somebody ? { ...person, aliases: [...person.aliases, 'Q. Nobody'] } : person,
  )
  expect(laterNames({ warnings: [warning('Q. Nobody')] }, [], known)).toEqual([])
})
