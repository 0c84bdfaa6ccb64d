// What is said of the mistakes that people make on their first day, word for word.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkFact } from '../feed/ingest/check-fact.ts'
import { runApply } from './apply.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-sentences-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The lines about the file itself, each from its line number on. */
const saidOf = async (text: string): Promise<readonly string[]> => {
  const path = join(folder, 'floor.yaml')
  writeFileSync(path, text)
  let said = ''
  await runApply(
    path,
    { feed: 'http://127.0.0.1:9', check: true },
    {
      out: () => undefined,
      err: (words) => {
        said += words
      },
      watched: false,
    },
  )
  return said
    .split('\n')
    .flatMap((line) => (line.startsWith(`${path}:`) ? [line.slice(path.length + 1)] : []))
}

const floor = (more = ''): string => `floor: { name: Test, timeZone: UTC, currency: USD${more} }\n`
const metric = (more: string): string =>
  `metrics:\n  - { id: won, name: Won, objective: How much?, question: results, ${more} }\n`
const counting = 'indicator: output, unit: count, of: { from: deal, date: closedAt }'
const funnel = 'boards: [{ id: f, kind: funnel, title: Funnel, window: quarter }]\n'
const screens = (schedule: string): string => `boards: [{ id: b, kind: wins, title: Wins }]
playlists:
  - { id: day, name: Day, items: [{ board: b }] }
  - { id: other, name: Other, items: [{ board: b }] }
screens:
  - id: wall
    name: The wall
    playlist: day
    schedule: [${schedule}]
`
const people = `people:
  - id: ana
    name: Ana Ruiz
    team: nroth
teams: [{ id: north, name: North }]
`

describe('a floor file', () => {
  test.each<[string, string, readonly string[]]>([
    // What is no YAML: the first cause, and nothing that follows from it.
    [
      '[] left before a list',
      `${floor()}people: []\n  - { id: ana, name: Ana }\n  - { id: bo, name: Bo }\n`,
      ['2: the file is not valid YAML here: [] stands after "people", and its entries follow; take [] away'],
    ],
    [
      '[] left before a list that is not indented',
      `${floor()}people: []\n- { id: ana, name: Ana }\n`,
      ['2: the file is not valid YAML here: [] stands after "people", and its entries follow; take [] away'],
    ],
    [
      'a missing colon',
      `${floor()}people\n  - { id: ana, name: Ana }\n  - id: bo\n    name: Bo\nteams: []\n`,
      ['2: the file is not valid YAML here: "people" needs a colon after it'],
    ],
    [
      'a missing colon at the top of everything',
      'floor\n  name: Test\n  timeZone: UTC\n  currency: USD\npeople: []\n',
      ['1: the file is not valid YAML here: "floor" needs a colon after it'],
    ],
    [
      'a missing colon within an entry',
      `${floor()}people:\n  - id: ana\n    name Ana\n    role: ae\n`,
      ['4: the file is not valid YAML here: "name" needs a colon after it'],
    ],
    [
      'a missing colon within braces',
      `${floor()}people:\n  - { id: ana, name Ana }\n`,
      ['3: people[0].name Ana (ana) needs a colon after "name": "name: Ana"'],
    ],
    [
      'no space after a colon',
      `${floor()}people:\n  - id:ana\n    name: Ana\n`,
      ['3: the file is not valid YAML here: the colon needs a space after it: "id: ana"'],
    ],
    [
      'a colon in a name',
      `${floor()}people:\n  - id: ana\n    name: Ana: Lima\n`,
      ['4: the file is not valid YAML here: a text with a colon in it needs quotes: name: "Ana: Lima"'],
    ],
    [
      'the first line gone',
      '# Ours\n  name: Test\n  timeZone: UTC\n  currency: USD\npeople: []\n',
      [
        '2: the file is not valid YAML here: the first lines are indented, as if a key above them were missing',
      ],
    ],
    [
      'a tab',
      `${floor()}people:\n\t- id: ana\n`,
      ['3: the file is not valid YAML here: a line is indented by a tab; only spaces indent'],
    ],
    [
      'a line that is not indented as its neighbours are',
      `${floor()}people:\n  - id: ana\n  name: Ana\n`,
      [
        '4: the file is not valid YAML here: it begins further left or right than the lines that it belongs to',
      ],
    ],
    // Settings: what follows from a broken one is not told.
    [
      'stages that are no list',
      `${floor(', stages: New')}${funnel}`,
      ['1: floor.stages must be a list, but is text'],
    ],
    [
      'a key of the settings misspelt',
      `${floor(', stage: [New]')}${funnel}`,
      ['1: floor.stage is not a key known here; did you mean "stages"?'],
    ],
    [
      'a probability that is none',
      `${floor(', stages: [New], stageProbabilities: { New: 40 }')}${metric(
        'indicator: input, unit: money, of: { from: deal, date: createdAt, measure: { sum: weightedAmount } }',
      )}`,
      ['1: floor.stageProbabilities.New must be at most 1'],
    ],
    [
      'a breakdown that is none',
      `${floor(', breakdowns: 7')}boards: [{ id: b, kind: wins, title: Wins }]\n`,
      ['1: floor.breakdowns must be a list, but is a number'],
    ],
    [
      'settings that are a list',
      `floor:\n  - name: Test\n${funnel}`,
      ['1: floor must be a block of keys, but is a list'],
    ],
    [
      'a month that is none',
      floor(', fiscalYearStartsIn: 13'),
      ['1: floor.fiscalYearStartsIn must be a month, 1 to 12'],
    ],
    // Ids and keys.
    [
      'an id misspelt',
      `${floor()}${people}`,
      ['5: people[0].team (Ana Ruiz) "nroth" is no team of this floor; did you mean "north"?'],
    ],
    [
      'a key misspelt that is needed',
      `${floor()}people:\n  - { id: ana, nmae: Ana }\n`,
      ['3: people[0].nmae (ana) is not a key known here; did you mean "name"?'],
    ],
    [
      'a list misspelt that others refer to',
      `${floor()}role: [{ id: ae, name: AE }]\npeople:\n  - { id: ana, name: Ana, role: ae }\n`,
      ['2: role is not a key known here; did you mean "roles"?'],
    ],
    [
      'a key that is called otherwise here',
      `${floor()}people:\n  - { id: ana, name: Ana, email: ana@x.test }\n`,
      ['3: people[0].email (Ana) is not a key known here; did you mean "aliases"?'],
    ],
    [
      'a date that is none in two ways',
      floor(', holidays: [25.12.2026]'),
      ['1: floor.holidays[0] must be a date such as 2026-11-20'],
    ],
    [
      'a choice left out',
      `${floor()}${metric('unit: count, of: { from: deal, date: closedAt }')}`,
      ['3: metrics[0].indicator (Won) is missing: input or output'],
    ],
    // What is good, and probably not meant.
    [
      'a language by its name',
      floor(', locale: German'),
      [
        '1: warning: floor.locale "German" is no language, so that numbers and dates are written as this machine does; did you mean "de"?',
      ],
    ],
    [
      'thousands as a German writes them',
      `${floor(', locale: de-DE')}${metric(counting)}goals:\n  - { metric: won, window: quarter, org: true, value: 260.000 }\n`,
      ['5: warning: goals[0].value is 260; 260000 is written without a point'],
    ],
    [
      'a line of a schedule that others always come before',
      `${floor()}${screens('{ playlist: other }, { playlist: day, days: [monday] }')}`,
      [
        '10: warning: screens[0].schedule[1] can never be on: other lines of the schedule always come before it',
      ],
    ],
    [
      'a line of a schedule on days that there are not',
      `${floor()}${screens('{ playlist: other, holidays: true }')}`,
      ['10: warning: screens[0].schedule[0] can never be on: no day fits it'],
    ],
    [
      'a line of a schedule that was',
      `${floor()}${screens('{ playlist: other, until: 2020-01-31 }')}`,
      ['10: warning: screens[0].schedule[0] will not be on any more: its last day is over'],
    ],
    [
      'stages of one’s own beside those of metrics',
      `${floor(', stages: [Lead, Offer]')}${metric(
        'indicator: input, unit: count, of: { from: deal, date: createdAt, where: [{ field: stage, in: [Ofer, Lead] }] }',
      )}`,
      [
        '3: warning: metrics[0].of.where[0] asks for the stage "Ofer", which is none of floor.stages; did you mean "Offer"?',
      ],
    ],
    [
      'stages of one’s own, and metrics that ask for others',
      `${floor(', stages: [Lead, Offer]')}${metric(
        'indicator: input, unit: count, of: { from: deal, date: createdAt, where: [{ field: stage, isNot: Discovery }] }',
      )}`,
      [
        '1: warning: floor.stages are used by no metric that asks for a stage; those ask for "Discovery"',
        '3: warning: metrics[0].of.where[0] asks for the stage "Discovery", which is none of floor.stages',
      ],
    ],
    // What is good and meant.
    ['a locale of a region', floor(', locale: pt-BR'), []],
    [
      'a German fraction',
      `${floor(', locale: de')}${metric(counting)}goals:\n  - { metric: won, window: quarter, org: true, value: 0.625 }\n`,
      [],
    ],
    [
      'a schedule of which every line is on at some time',
      `${floor()}${screens('{ playlist: other, days: [monday] }, { playlist: day, hours: { from: "18:00", to: "08:00" } }')}`,
      [],
    ],
  ])('with %s', async (_, text, said) => {
    expect(await saidOf(text)).toEqual(said)
  })
})

test('a fact whose amount is a number is told how to write it', () => {
  const value = {
    source: 'crm',
    id: '1',
    type: 'deal',
    status: 'won',
    amount: 12500,
    credits: [{ rep: 'ana' }],
  }
  expect(checkFact({ value }, () => null)).toEqual({
    id: '1',
    error: 'amount: must say its currency: write {"minor":1250000,"currency":"EUR"} for 12500 euros',
  })
})
