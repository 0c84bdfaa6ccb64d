import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatYaml } from '../../../../test/floors/format-yaml.ts'
import { atOnce } from '../../turns.ts'
import { yamlSourceInSteps } from '../read-yaml-source.ts'
import { rewriteYaml } from './rewrite-yaml.ts'

const sourceOf = (text: string) => atOnce(yamlSourceInSteps(text))
const order = ['floor', 'teams', 'people', 'boards']
const rewrite = (text: string, data: unknown): string => rewriteYaml(sourceOf(text), data, order)

const Text = fc.oneof(
  fc.constantFrom(
    'East',
    'Closed won',
    'yes',
    'null',
    '12',
    "it's",
    'a: b',
    '# no',
    '- x',
    '{a}',
    'x, y',
    'ü ß',
    '09:00',
  ),
  fc.string({ maxLength: 12 }),
)
const Plain = fc.oneof(Text, fc.integer({ min: -99, max: 9999 }), fc.boolean())
const Item = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      board: fc.constantFrom('a', 'b', 'c', 'd'),
      seconds: fc.integer({ min: 3, max: 60 }),
    }),
  },
  { weight: 1, arbitrary: Plain },
)
const Value = fc.oneof(
  Plain,
  fc.array(Item, { maxLength: 5 }),
  fc.record({ from: fc.constant('09:00'), to: fc.constant('17:00') }, { requiredKeys: [] }),
  fc.array(fc.tuple(fc.constantFrom('m', 'n'), fc.integer())),
)
const Entry = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('p', 'q', 'r', 's') }),
    name: Text,
    items: Value,
    team: Plain,
    more: Value,
  },
  { requiredKeys: ['id'] },
)
const List = fc.uniqueArray(Entry, { maxLength: 6, selector: ({ id }) => id })
const Data = fc.record(
  {
    floor: fc.record({ name: Text, stages: fc.array(Text, { maxLength: 4 }), more: Value }),
    teams: List,
    people: List,
    boards: fc.oneof(List, fc.constant(null)),
  },
  { requiredKeys: ['floor'] },
)
const Seed = fc.integer()

/** mulberry32 */
const randomOf = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('any document', () => {
  test('[F70] says afterwards what it is made to say, whatever it said before', () => {
    fc.assert(
      fc.property(Data, Data, Seed, (before, after, seed) => {
        const { text } = formatYaml(before, randomOf(seed))
        const written = rewrite(text, clean(after))
        expect(sourceOf(written).data).toEqual(clean(after))
      }),
      { numRuns: 600 },
    )
  })
})
