import { describe, expect, test } from 'vitest'
import { readFloorFile } from '../../../main/feed/floor-file/read-floor-file.ts'
import { applyEdits } from '../edits/apply-edits.ts'

const floorWith = (contest: string): string => `floor: { name: Floor, timeZone: UTC, currency: EUR }
roles: [{ id: sdr, name: SDR }]
teams: [{ id: east, name: East }]
people: [{ id: ana, name: Ana Ruiz }, { id: bo, name: Bo Lind }]
metrics:
  - { id: dials, name: Dials, objective: Why?, indicator: input, question: activity, unit: count, of: { from: activity, date: at } }
  - { id: talks, name: Talks, objective: Why?, indicator: input, question: activity, unit: count, of: { from: activity, date: at } }
  - { id: rate, name: Rate, objective: Why?, indicator: output, question: activity, unit: percent, of: { ratio: [talks, dials] } }
  - { id: lost, name: Lost, objective: Why?, indicator: output, question: results, unit: count, better: lower, of: { from: deal, date: closedAt } }
contests:
  - { id: first, name: First, counts: dials, from: 2026-11-02, until: 2026-11-06, win: { by: most } }
  - { id: a, name: A, from: 2026-11-02, until: 2026-11-06, ${contest} }
`
const faultsOf = (contest: string) => {
  const reading = readFloorFile(floorWith(contest))
  return reading.ok ? [] : reading.errors.map(({ line, path, message }) => `${line} ${path} ${message}`)
}

describe('[K5] [K6] a contest that cannot be held', () => {
  test.each([
    ['a metric that is gone', 'counts: dialz, win: { by: most }', /counts.*"dialz" is no metric.*"dials"/],
    ['a metric less of which is better', 'counts: lost, win: { by: most }', /counts.*less is better/],
    ['a team that is gone', 'counts: dials, team: west, win: { by: most }', /team.*"west" is no team/],
    ['a role that is gone', 'counts: dials, role: ae, win: { by: most }', /role.*"ae" is no role/],
    [
      'a person that is gone',
      'counts: dials, people: [cy], win: { by: most }',
      /people\[0\].*"cy" is no person/,
    ],
    [
      'a person on two sides',
      'counts: dials, between: sides, sides: [{ id: r, name: Red, people: [ana] }, { id: b, name: Blue, people: [ana] }], win: { by: most }',
      /sides\[1\]\.people\[0\].*on a side already: Red/,
    ],
    [
      'sides where none are asked for',
      'counts: dials, sides: [{ id: r, name: Red, people: [ana] }, { id: b, name: Blue, people: [bo] }], win: { by: most }',
      /names its sides/,
    ],
    [
      'a rate that is raced for',
      'counts: rate, win: { by: first-to, value: 3 }',
      /counts.*"rate" does not add up over time/,
    ],
    ['a rate in points', 'counts: [{ metric: rate, each: 3 }], win: { by: most }', /gives no points/],
    ['a rate with a handicap', 'counts: rate, handicap: own-usual, win: { by: most }', /takes no handicap/],
    [
      'the least of a rate',
      'counts: dials, atLeast: { metric: rate, value: 1 }, win: { by: most }',
      /atLeast\.metric.*does not add up/,
    ],
    [
      'a handicap that a line does not take',
      'counts: dials, handicap: own-usual, win: { by: over, value: 3 }',
      /handicap.*not by over/,
    ],
    [
      'a factor of a role that is gone',
      'counts: dials, handicap: { ae: 2 }, win: { by: most }',
      /handicap.*"ae" is no role/,
    ],
    [
      'the next one beginning before the end',
      'counts: dials, repeats: { every: day }, win: { by: most }',
      /repeats\.every.*over by then/,
    ],
    [
      'a metric that is collected twice',
      'counts: dials, win: { by: collect, metrics: [dials, dials] }',
      /win\.metrics\[1\].*named twice/,
    ],
    [
      'a sponsor whom nobody knows',
      'counts: dials, sponsor: { person: cy, word: Hi }, win: { by: most }',
      /sponsor\.person.*"cy"/,
    ],
    ['an id that is taken', 'counts: dials, id: first, win: { by: most }', /id/],
  ])('%s', (_, contest, told) => {
    const faults = faultsOf(contest)
    expect(faults.join('\n')).toMatch(told)
    expect(faults).toHaveLength(1)
  })

  test.each([
    'counts: rate, win: { by: improved }',
    'counts: rate, between: teams, win: { by: most }',
    'counts: dials, repeats: { every: week }, win: { by: raffle }',
    'counts: [{ metric: dials, each: 1 }, { metric: talks, each: 5 }], handicap: { sdr: 1.5 }, win: { by: over, value: 50 }',
  ])('%s is none', (contest) => {
    expect(faultsOf(contest)).toEqual([])
  })
})

test('[K5] a metric that a contest counts is not removed, and the answer says which contest; a person leaves its sides', () => {
  const reading = readFloorFile(
    floorWith(
      'counts: dials, between: sides, sides: [{ id: r, name: Red, people: [ana] }, { id: b, name: Blue, people: [bo] }], win: { by: most }',
    ),
  )
  const raw = reading.ok ? { ...reading.file } : {}
  const removed = (list: 'metrics' | 'people', id: string, everywhere: boolean) =>
    applyEdits(raw, [{ do: 'remove', list, id, everywhere }])
  for (const everywhere of [false, true])
    expect(removed('metrics', 'dials', everywhere)).toMatchObject({
      ok: false,
      refusal: { code: 'in-use', message: expect.stringMatching(/"First", "A"/) },
    })
  expect(removed('people', 'bo', false)).toMatchObject({ ok: false, refusal: { code: 'in-use' } })
  expect(removed('people', 'bo', true)).toMatchObject({
    ok: true,
    raw: { contests: [{ id: 'first' }, { sides: [{ id: 'r' }] }] },
  })
})
