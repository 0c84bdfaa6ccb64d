import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatYaml } from '../../../../test/floors/format-yaml.ts'
import { propertyRuns } from '../../../../test/property-runs.ts'
import { atOnce } from '../../turns.ts'
import { yamlSourceInSteps } from '../read-yaml-source.ts'
import { rewriteYaml } from './rewrite-yaml.ts'
import { CannotRewrite } from './yaml-source.ts'

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
      { numRuns: propertyRuns(30) },
    )
  })

  test.each([
    ' #',
    'a # b',
    '#',
    'so # long that it would be folded\n\nover several lines of text',
    "it's\n# odd",
  ])('[F70] %j stays on its line between brackets', (stage) => {
    const text = "floor: {name: 'East', stages: [], more: {a: [1]}}\n"
    const floor = { name: 'East', stages: [stage], more: { a: [stage] } }
    const written = rewrite(text, { floor })
    expect(sourceOf(written).data).toEqual({ floor })
    expect(written.trim().split('\n')).toHaveLength(1)
  })
})

/** A document, and one of the entries of its lists. */
const Picked = fc
  .tuple(Data, fc.constantFrom('teams' as const, 'people' as const), fc.nat(), fc.nat(), Seed)
  .map(([data, list, nth, place, seed]) => {
    const entries = data[list] ?? []
    const { text, comments } = formatYaml(data, randomOf(seed))
    const index = entries.length === 0 ? -1 : nth % entries.length
    return {
      data,
      list,
      entries,
      text,
      comments,
      index,
      place: entries.length === 0 ? 0 : place % entries.length,
    }
  })
  .filter(({ entries }) => entries.length > 0)

const missing = (comments: readonly string[], written: string): readonly string[] =>
  comments.filter((comment) => !written.includes(comment))
const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '')

describe('comments and lines of what is not touched', () => {
  const runs = { numRuns: propertyRuns(25) }

  test('[F70] a field that is set changes its line and no other', () => {
    fc.assert(
      fc.property(Picked, Text, ({ data, list, entries, text, comments, index }, name) => {
        const after = entries.map((entry, at) =>
          at === index && 'name' in entry ? { ...entry, name } : entry,
        )
        const written = rewrite(text, clean({ ...data, [list]: after }))
        expect(sourceOf(written).data).toEqual(clean({ ...data, [list]: after }))
        expect(missing(comments, written)).toEqual([])
        const [was, is] = [text.split('\n'), written.split('\n')]
        expect(is.length).toBe(was.length)
        expect(is.filter((line, at) => line !== was[at]).length).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  test('[F71] an entry that moves takes its lines along', () => {
    fc.assert(
      fc.property(Picked, ({ data, list, entries, text, comments, index, place }) => {
        const entry = entries[index]
        const after = entries.toSpliced(index, 1).toSpliced(place, 0, ...(entry ? [entry] : []))
        const written = rewrite(text, clean({ ...data, [list]: after }))
        expect(sourceOf(written).data).toEqual(clean({ ...data, [list]: after }))
        expect(missing(comments, written)).toEqual([])
        // Between brackets commas and brackets stand in the same lines as entries do.
        const bare = (all: string) => linesOf(all).map((line) => line.replace(/[[\]{},\s]/g, ''))
        expect([...bare(written)].join('').length).toBe([...bare(text)].join('').length)
      }),
      runs,
    )
  })

  test('[F71] an entry that goes takes what stands beside it and in it, and nothing else', () => {
    fc.assert(
      fc.property(Picked, ({ data, list, entries, text, comments, index }) => {
        const after = entries.toSpliced(index, 1)
        const written = rewrite(text, clean({ ...data, [list]: after }))
        expect(sourceOf(written).data).toEqual(clean({ ...data, [list]: after }))
        const own = `/${list}/${entries[index]?.id}`
        const stay = comments.filter(
          (comment) =>
            !comment.includes(` of ${own};`) &&
            !comment.includes(` of ${own}/`) &&
            !comment.includes(` of above ${own}/`),
        )
        expect(missing(stay, written)).toEqual([])
      }),
      runs,
    )
  })

  test('[F70] an entry that comes leaves the others as they are', () => {
    fc.assert(
      fc.property(Picked, Entry, ({ data, list, entries, text, comments, place }, entry) => {
        const after = entries.toSpliced(place, 0, { ...entry, id: 'new' })
        const written = rewrite(text, clean({ ...data, [list]: after }))
        expect(sourceOf(written).data).toEqual(clean({ ...data, [list]: after }))
        expect(missing(comments, written)).toEqual([])
      }),
      runs,
    )
  })
})

describe('JSON', () => {
  test('[F70] stays JSON, in its own layout', () => {
    fc.assert(
      fc.property(Data, Data, fc.constantFrom(undefined, 2, 4), (before, after, indent) => {
        const written = rewrite(JSON.stringify(before, null, indent), clean(after))
        expect(JSON.parse(written)).toEqual(clean(after))
      }),
      { numRuns: propertyRuns(20) },
    )
    const text = '{\n  "boards": [\n    { "id": "a" },\n    {\n      "id": "b"\n    }\n  ]\n}\n'
    expect(rewrite(text, { boards: [{ id: 'a' }, { id: 'c', n: [1] }, { id: 'b' }] })).toBe(
      text.replace('"a" },\n', '"a" },\n    {\n      "id": "c",\n      "n": [\n        1\n      ]\n    },\n'),
    )
  })
})

describe('what is written in another way', () => {
  test('[F70] an alias whose value changes is written out; its anchor stays', () => {
    const text = 'a: &hours { from: 1, to: 2 }\nb: *hours # the same\nc: 3\n'
    expect(rewrite(text, { a: { from: 1, to: 2 }, b: { from: 1, to: 5 }, c: 3 })).toBe(
      'a: &hours { from: 1, to: 2 }\nb: { from: 1, to: 5 } # the same\nc: 3\n',
    )
  })

  test('[F70] an anchor that others use is changed by hand, and so is a key with a question mark', () => {
    const text = 'a: &hours { from: 1 }\nb: *hours\n'
    expect(() => rewrite(text, { a: { from: 2 }, b: { from: 1 } })).toThrow(CannotRewrite)
    expect(() => rewrite(text, { b: { from: 1 } })).toThrow(/has the anchor &hours, which other places/)
    expect(() => rewrite('? a\n: 1\nb: 2\n', { a: 1, b: 3 })).toThrow(CannotRewrite)
  })

  test('[F70] an empty file part, a byte order mark and a text in a block are left as people wrote them', () => {
    expect(
      rewrite('floor:\n  name: A\nteams: # none yet\n', { floor: { name: 'A' }, teams: [{ id: 'x' }] }),
    ).toBe('floor:\n  name: A\nteams: # none yet\n  - { id: x }\n')
    expect(rewrite('\uFEFFfloor:\n  name: A\n', { floor: { name: 'B' }, boards: [], people: [] })).toBe(
      '\uFEFFfloor:\n  name: B\npeople: []\nboards: []\n',
    )
    expect(rewrite('a: |\n  one\n  two\n# end\nb: 1\n', { a: 'one', b: 2 })).toBe('a: one\n# end\nb: 2\n')
  })
})
