import { describe, expect, test } from 'vitest'
import { readFloorFile } from '../../../main/feed/floor-file/read-floor-file.ts'

const floorWith = (cadence: string): string => `floor: { name: Floor, timeZone: UTC, currency: EUR }
teams: [{ id: east, name: East }]
people: [{ id: ana, name: Ana Ruiz }]
boards: [{ id: wins, kind: wins, title: Wins }]
cadences:
  - { id: monday, name: Monday review, boards: [wins] }
  - ${cadence}
`
const read = (cadence: string) => readFloorFile(floorWith(cadence))
const faultsOf = (cadence: string) => {
  const reading = read(cadence)
  return reading.ok ? [] : reading.errors.map(({ line, path, message }) => `${line} ${path} ${message}`)
}

describe('[L17] a meeting that cannot be held', () => {
  test.each([
    [
      'a board that is gone',
      '{ id: a, name: A, boards: [winz] }',
      /^7 cadences\[1\]\.boards\[0\].*"winz" is no board.*"wins"/,
    ],
    [
      'a board that is named twice',
      '{ id: a, name: A, boards: [wins, wins] }',
      /boards\[1\].*named twice: boards\[0\]/,
    ],
    ['no board', '{ id: a, name: A }', /boards.* needs at least one board/],
    [
      'an owner whom the floor does not know',
      '{ id: a, name: A, boards: [wins], owner: anna }',
      /owner.*"anna" is no person.*"ana"/,
    ],
    ['a team that is gone', '{ id: a, name: A, boards: [wins], team: west }', /team.*"west" is no team/],
    [
      'an id that is taken',
      '{ id: monday, name: A, boards: [wins] }',
      /id.*"monday" is already the id of cadences\[0\]/,
    ],
    [
      'a weekday of a month',
      '{ id: a, name: A, boards: [wins], every: month, day: monday }',
      /day.*number of a working day/,
    ],
    ['a number of a week', '{ id: a, name: A, boards: [wins], day: 2 }', /day.*weekday such as monday/],
    [
      'a working day of none',
      '{ id: a, name: A, boards: [wins], every: month, day: 0 }',
      /day.*counts from 1/,
    ],
    [
      'a time that no clock shows',
      '{ id: a, name: A, boards: [wins], at: "9:00" }',
      /at.*must be a time such as/,
    ],
    ['a word that nothing is called', '{ id: a, name: A, boards: [wins], ownr: ana }', /ownr/],
  ])('%s', (_, cadence, told) => {
    const faults = faultsOf(cadence)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(told)
  })

  test('one with nothing but a name and boards is weekly, on Monday at nine; one-to-ones need no boards', () => {
    const reading = read('{ id: talks, name: One-to-ones, oneToOnes: true }')
    expect(reading.ok && reading.file.cadences).toEqual([
      { id: 'monday', name: 'Monday review', every: 'week', at: '09:00', boards: ['wins'] },
      { id: 'talks', name: 'One-to-ones', every: 'week', at: '09:00', oneToOnes: true, boards: [] },
    ])
  })
})
