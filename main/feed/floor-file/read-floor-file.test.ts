import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readFloorFile } from './read-floor-file.ts'

const head = 'floor: { name: Test, timeZone: UTC, currency: USD }\n'
const errorsOf = (text: string) => {
  const reading = readFloorFile(text)
  return reading.ok ? [] : reading.errors
}

describe('a floor file', () => {
  test('may be YAML, or JSON indented with tabs', () => {
    expect(readFloorFile(head)).toMatchObject({ ok: true, file: { floor: { locale: 'en-US' }, people: [] } })
    const json = JSON.stringify({ floor: { name: 'Test', timeZone: 'UTC', currency: 'USD' } }, null, '\t')
    expect(readFloorFile(json)).toMatchObject({ ok: true, file: { floor: { name: 'Test' } } })
    expect(errorsOf(`\uFEFF${head}`)).toEqual([])
  })

  test('of the CRM example holds together', () => {
    const example = new URL('../../../examples/crm-export/floor.yaml', import.meta.url)
    expect(errorsOf(readFileSync(example, 'utf8'))).toEqual([])
  })

  test('with faults names each with its line and path, from the top down', () => {
    const text = `${head}metrics:
  - id: Calls
    name: Calls
    of: { from: activity, date: at }
people:
  - { id: ana, name: Ana, team: 7 }
  - id: bo
    name: Bo
    tem: north
`
    expect(errorsOf(text)).toEqual([
      { line: 3, path: 'metrics[0].id', message: 'must be a short slug such as "north-team"' },
      { line: 3, path: 'metrics[0].objective', message: 'is missing' },
      { line: 3, path: 'metrics[0].indicator', message: 'is missing: input or output' },
      {
        line: 3,
        path: 'metrics[0].question',
        message: 'is missing: activity, pipeline-creation, pipeline-hygiene, pipeline-velocity, or results',
      },
      {
        line: 3,
        path: 'metrics[0].unit',
        message: 'is missing: count, money, percent, days, or points',
      },
      { line: 7, path: 'people[0].team', message: 'must be text, or must be a list, but is a number' },
      { line: 10, path: 'people[1].tem', message: 'is not a key known here; did you mean "team"?' },
    ])
  })

  test('with a dangling id is refused at the line of the reference', () => {
    expect(errorsOf(`${head}people:\n  - id: ana\n    name: Ana\n    team: north\n`)).toEqual([
      { line: 5, path: 'people[0].team', message: '"north" is no team of this floor' },
    ])
  })

  test('with broken entries is still told of every dangling id of the others, in one go', () => {
    const text = `${head}teams:
  - { id: north, name: North, parnt: east }
  - { id: south, name: South, parent: west }
people:
  - { id: ana, name: Ana, team: north }
  - { id: bo, team: nowhere }
  - { id: cy, name: Cy, team: nowhere }
goals:
  - { metric: gone, window: quarter, rep: bo, value: 1 }
playlists: [{ id: day, name: Day, items: [{ board: gone }] }]
`
    expect(errorsOf(text).map(({ line, path, message }) => `${line} ${path} ${message}`)).toEqual([
      '3 teams[0].parnt is not a key known here; did you mean "parent"?',
      '4 teams[1].parent "west" is no team of this floor',
      '7 people[1].name is missing',
      '8 people[2].team "nowhere" is no team of this floor',
      '10 goals[0].metric "gone" is no metric of this floor',
      '11 playlists[0].items[0].board "gone" is no board of this floor',
    ])
  })

  test('is not accused of what follows from a broken entry alone', () => {
    const metric = (id: string, more: string) =>
      `  - { id: ${id}, name: X, objective: Why?, indicator: input, question: results, ${more} }\n`
    const text = `${head}metrics:
${metric('won', 'unit: mony, of: { from: deal, date: closedAt, measure: { sum: amount } }')}${metric('lost', 'unit: money, of: { from: deal, date: closedAt, measure: { sum: amount } }')}${metric('rate', 'unit: percent, of: { ratio: [won, lost] }')}boards:
  - { id: b, title: B, kind: leaderboard, metric: lost, window: quarter, pair: { metric: won } }
`
    expect(errorsOf(text).map(({ path }) => path)).toEqual(['metrics[0].unit'])
    expect(
      errorsOf(`${head}people: 7\ngoals: [{ metric: gone, window: day, rep: ana, value: 1 }]\n`),
    ).toEqual([{ line: 2, path: 'people', message: 'must be a list, but is a number' }])
  })

  test('with a key written twice names both lines', () => {
    expect(errorsOf(`${head}people: []\nteams: []\npeople: []\n`)).toEqual([
      { line: 4, path: 'people', message: 'is written twice; line 2 has it already' },
    ])
  })

  test('of which a union is wrong tells what is wrong with the branch that was meant', () => {
    const metric = (
      of: string,
    ) => `${head}metrics:\n  - id: x\n    name: X\n    objective: Why?\n    indicator: input
    question: results\n    unit: count\n    of: ${of}\n`
    expect(errorsOf(metric('{ ratio: [won] }'))).toEqual([
      { line: 9, path: 'metrics[0].of.ratio', message: 'must have at least 2 entries' },
    ])
    expect(errorsOf(metric('{ from: deal }'))).toEqual([
      {
        line: 9,
        path: 'metrics[0].of.date',
        message: 'is missing: at, createdAt, closedAt, expectedCloseOn, lastActivityAt, or stageEnteredAt',
      },
    ])
    expect(errorsOf(metric('7'))).toEqual([
      { line: 9, path: 'metrics[0].of', message: 'must be a block of keys, but is a number' },
    ])
  })

  test.each([
    ['tabs as indentation', `${head}people:\n\t- id: ana\n`, 3],
    ['an open bracket', `${head}people: [\nteams: []\n`, 3],
    ['two documents', `${head}---\n${head}`, 2],
  ])('with %s is refused at its line', (_, text, line) => {
    expect(errorsOf(text)[0]).toMatchObject({
      line,
      message: expect.stringContaining('is not valid YAML here'),
    })
  })

  test.each([
    ['nothing', '', 'is empty'],
    ['bytes of a picture', '\uFFFDPNG\r\n\0\0', 'is not text'],
    ['a list', '- 1', 'must be a block of keys, but is a list'],
    ['two million characters', `# ${'x'.repeat(2_000_000)}`, 'is larger than 2 million characters'],
    ['ten thousand brackets', '['.repeat(10_000), 'is nested too deeply'],
    ['half a million short lines', `a: |\n${' x\n'.repeat(600_000)}`, 'texts that are too long'],
    ['two million quotes', "'".repeat(1_999_999), 'texts that are too long'],
    ['texts of a thousand lines', `- |\n${'  x\n'.repeat(1000)}`.repeat(400), 'texts that are too long'],
    ['a million comments', '#\n'.repeat(500_000), 'holds too many values'],
    ['an alias bomb', bomb(), 'has a bad alias'],
    ['an alias of nothing', 'floor: *nobody', 'has a bad alias'],
  ])('made of %s is refused in one sentence', (_, text, message) => {
    expect(errorsOf(text)).toEqual([{ line: 1, path: '', message: expect.stringContaining(message) }])
  })

  test('takes __proto__ for a name like any other', () => {
    expect(errorsOf(`${head}__proto__: { people: [] }\n`)).toEqual([
      { line: 2, path: '__proto__', message: 'is not a key known here' },
    ])
  })

  test('with a thousand faults shows the first hundred', () => {
    expect(errorsOf(`${head}teams:\n${'  - 1\n'.repeat(1000)}`)).toHaveLength(100)
  })
})

function bomb(): string {
  const layers = ['a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]']
  for (const [name, below] of ['ba', 'cb', 'dc', 'ed']) {
    layers.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${below}`).join(', ')}]`)
  }
  return layers.join('\n')
}

describe('[W20] a time zone that is no city’s', () => {
  const text = `floor: { name: Test, timeZone: EST, currency: USD }
teams:
  - { id: east, name: East, timeZone: US/Eastern }
  - { id: west, name: West, timeZone: America/Los_Angeles }
screens:
  - { id: wall, name: Wall, playlist: day, timeZone: GMT }
playlists:
  - { id: day, name: Day, items: [] }
`
  test('is refused in an edit, wherever it stands', () => {
    expect(errorsOf(text).filter(({ path }) => path.endsWith('timeZone'))).toMatchObject([
      { line: 1, path: 'floor.timeZone', message: expect.stringContaining('America/New_York') },
      { line: 3, path: 'teams[0].timeZone', message: expect.stringContaining('America/New_York') },
      { line: 6, path: 'screens[0].timeZone', message: expect.stringContaining('Europe/London') },
    ])
  })

  test('stays what it was on a floor that stands in the log', () => {
    const stored = text
      .replace('items: []', 'items: [{ board: b }]')
      .concat('boards: [{ id: b, kind: wins, title: B }]\n')
    expect(readFloorFile(stored, 'log')).toMatchObject({
      ok: true,
      file: { floor: { timeZone: 'EST' }, teams: [{ timeZone: 'US/Eastern' }, {}] },
    })
    expect(errorsOf(stored)).toHaveLength(3)
  })

  test('and that the runtime does not know is refused in both', () => {
    const reading = readFloorFile(text.replace('EST', 'EDT'), 'log')
    expect(reading.ok ? [] : reading.errors[0]).toMatchObject({
      path: 'floor.timeZone',
      message: expect.stringContaining('America/New_York'),
    })
  })
})

test('an alias that nobody can see is refused in an edit, and stays on a floor that stands', () => {
  const text = `${head}people:\n  - { id: ana, name: Ana, aliases: [al, "\\u200B"] }\n`
  expect(errorsOf(text)).toEqual([
    { line: 3, path: 'people[0].aliases[1]', message: 'must have a character that can be seen' },
  ])
  expect(readFloorFile(text, 'log').ok).toBe(true)
})

test('a fault of the floor’s settings is not told as one of what they say beside it', () => {
  const text = `floor: { name: Test, timeZone: Mars, currency: USD, stages: [New], stageProbabilities: { New: 0.5 } }
metrics:
  - id: pipe
    name: Pipeline
    objective: How much is to come?
    indicator: input
    question: pipeline-creation
    unit: money
    of: { from: deal, date: createdAt, measure: { sum: weightedAmount } }
`
  expect(errorsOf(text)).toEqual([
    { line: 1, path: 'floor.timeZone', message: 'is not an IANA time zone such as Europe/London' },
  ])
})
