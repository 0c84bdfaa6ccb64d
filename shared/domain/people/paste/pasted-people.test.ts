import { expect, test } from 'vitest'
import type { FloorFile } from '../../../wire/floor.ts'
import { recogniseColumns } from './columns.ts'
import { readPastedDates } from './pasted-dates.ts'
import { mostPastedLines, readPastedPeople } from './pasted-people.ts'

const file = {
  teams: [{ id: 'east', name: 'East' }],
  roles: [{ id: 'ae', name: 'Account executive' }],
  people: [{ id: 'priya', name: 'Priya Raman', aliases: ['priya@example.com'] }],
} as unknown as Pick<FloorFile, 'people' | 'teams' | 'roles'>
const known = { teams: ['east', 'East'], roles: ['ae', 'Account executive'] }
const slugOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const read = (text: string, makeTeams = false, roleWords: Readonly<Record<string, string | null>> = {}) => {
  const rows = text.split('\n').map((line) => line.split('\t'))
  const { columns, hasHeader } = recogniseColumns(rows, known)
  return readPastedPeople(rows, file, { columns, hasHeader, makeTeams, roleWords, slugOf })
}
const said = (text: string) =>
  read(text).lines.map(({ line, problems }) => `${line} ${problems.map(({ is }) => is).join(' ') || 'ok'}`)

test('[H5] columns are known by their words, in English and German, else by what stands in them', () => {
  const of = (...rows: string[]) =>
    recogniseColumns(
      rows.map((row) => row.split('|')),
      known,
    )
  expect(of('Vorname|Nachname|E-Mail|Team|Eintritt')).toEqual({
    columns: ['firstName', 'lastName', 'alias', 'team', 'startedOn'],
    hasHeader: true,
  })
  expect(of('Name|Name|CRM ID|E-mail').columns).toEqual(['name', null, 'alias', 'alias'])
  expect(of('East|Ana Ruiz|ana@x.test|2026-01-05', 'EAST|Bo Li||2026-02-01')).toEqual({
    columns: ['team', 'name', 'alias', 'startedOn'],
    hasHeader: false,
  })
})

test('[H140] a first line that a program wrote is known too, and one of other words where somebody says so', () => {
  const rows = (text: string) => text.split('\n').map((line) => line.split(','))
  expect(recogniseColumns(rows('sales_agent,manager,regional_office\nAna Ruiz,Bo Li,East'), known)).toEqual({
    columns: ['name', null, 'team'],
    hasHeader: true,
  })
  const other = rows('Kollege,Wo\nAna Ruiz,East\nBo Li,East')
  expect(recogniseColumns(other, known)).toEqual({ columns: ['name', 'team'], hasHeader: false })
  expect(recogniseColumns(other, known, true)).toEqual({ columns: ['name', 'team'], hasHeader: true })
  expect(recogniseColumns(rows('Name,Team\nAna Ruiz,East'), known, false)).toEqual({
    columns: ['name', null],
    hasHeader: false,
  })
})

test('[H134] a role that the floor calls otherwise is named once, and its lines are kept out until it is said', () => {
  const list = ['Name\tRole', 'Ana Ruiz\tSales rep', 'Bo Li\tSALES REP', 'Cy Oh\tClosers', 'Di Fo\t'].join(
    '\n',
  )
  expect(read(list).unknownRoles).toEqual(['Sales rep', 'Closers', ''])
  expect(said(list)).toEqual(['2 unknown-role', '3 unknown-role', '4 unknown-role', '5 ok'])
  const meant = read(list, false, { 'Sales rep': 'ae', Closers: null, '': 'ae' })
  expect(meant.lines.map(({ person }) => person?.role ?? null)).toEqual(['ae', 'ae', null, 'ae'])
  expect(meant.lines.every(({ person }) => person !== null)).toBe(true)
})

test('[H6] doubles, unknown teams and roles, and dates that could be two are named line by line', () => {
  expect(
    said(
      [
        'Name\tE-mail\tTeam\tRole\tStart',
        'Ana Ruiz\tana@x.test\tEast\tAccount executive\t2026-01-05',
        'Ana R.\tANA@x.test\tEast\t\t',
        'Priya\tpriya@example.com\tEast\t\t',
        'Bo Li\tbo@x.test\tWest\t\t',
        'Cy Oh\t\tEast\tWizard\t03/04/2026',
        '\t\tEast\t\t',
        '',
        'Di Fo\t\t\t\t31.02.2026',
      ].join('\n'),
    ),
  ).toEqual([
    '2 ok',
    '3 twice',
    '4 here-already',
    '5 unknown-team',
    '6 unknown-role ambiguous-date',
    '7 no-name',
    '9 no-date',
  ])
})

test('[H6] teams that the floor does not have are made where that is asked for, once each', () => {
  const text = 'Name\tTeam\nBo Li\tWest\nAl Fa\twest\nPriya Raman\tNorth'
  expect(read(text).edits).toEqual([])
  const { newTeams, edits, unknownTeams } = read(text, true)
  expect(newTeams).toEqual([{ id: 'west', name: 'West' }])
  expect(unknownTeams).toEqual(['West'])
  expect(edits.map((edit) => edit.do === 'add' && edit.entry.id)).toEqual(['west', 'bo-li', 'al-fa'])
})

test('[H7] the order of day and month is what the column says as a whole', () => {
  const dates = (...texts: string[]) =>
    readPastedDates(texts).map((read) => (read.is === 'date' ? read.date : read.is))
  expect(dates('03/04/2026', '25/04/2026')).toEqual(['2026-04-03', '2026-04-25'])
  expect(dates('03/04/2026', '04/25/2026')).toEqual(['2026-03-04', '2026-04-25'])
  expect(dates('03/04/2026', '05/05/2026')).toEqual(['ambiguous', '2026-05-05'])
  expect(dates('3.4.2026', '2026-4-3', '')).toEqual(['2026-04-03', '2026-04-03', 'none'])
  expect(dates('03/04/2026', '25/04/2026', '04/25/2026')[0]).toBe('ambiguous')
})

test('[H8] so many lines are read and no more; people of one name each get an id', () => {
  const text = ['Name\tE-mail', ...Array.from({ length: 6000 }, (_, at) => `Ana Ruiz\ta${at}@x.test`)]
  const { lines, unread, edits } = read(text.join('\n'))
  expect([lines.length, unread]).toEqual([mostPastedLines, 1000])
  expect(new Set(edits.map((edit) => edit.do === 'add' && edit.entry.id)).size).toBe(mostPastedLines)
})

test('[H6] [H8] of five thousand lines each double is named with where it stands first; markup and formulas are names as they stand', () => {
  const text = ['Name\tE-mail', ...Array.from({ length: 5000 }, (_, at) => `P ${at}\tp${at % 2500}@x.test`)]
  const { lines, edits } = read(text.join('\n'))
  expect(edits).toHaveLength(2500)
  expect(lines[2500]?.problems).toEqual([{ is: 'twice', line: 2, text: 'p0@x.test' }])
  expect(lines.filter(({ person }) => person === null)).toHaveLength(2500)
  const odd = ['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x.test")', '</script><b>Ana']
  expect(read(['Name', ...odd].join('\n')).lines.map(({ person }) => person?.name)).toEqual(odd)
})
