import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { applyPatch, diffViews, PatchMismatch } from './patch.ts'

/** JSON whose keys include the awkward ones, often enough for two documents to share them. */
const awkwardKey = fc.oneof(
  fc.constantFrom('a', 'b', '', '/', '~', '~0', '~1', '__proto__', 'constructor', 'toString', '0'),
  fc.string({ maxLength: 3 }),
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, 1, -1.5, '', 'x'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(awkwardKey, tie('value')), { maxLength: 4 })
      .map((entries) =>
        JSON.parse(`{${entries.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`)}}`),
      ),
  ),
})).value

/** Compared as text with sorted keys: `toEqual` would not see an own `__proto__`. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`)}}`
}

describe('patches', () => {
  test('the patch from a to b, applied to a, gives b, whatever the keys', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const before = canonical(a)
        expect(canonical(applyPatch(a, diffViews(a, b)))).toBe(canonical(b))
        expect(canonical(a)).toBe(before)
      }),
      { numRuns: propertyRuns(1000) },
    )
  })

  test('survives the wire', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const ops = JSON.parse(JSON.stringify(diffViews(a, b)))
        expect(canonical(applyPatch(a, ops))).toBe(canonical(b))
      }),
    )
  })

  test('equal documents need no operation', () => {
    fc.assert(
      fc.property(json, (a) => {
        expect(diffViews(a, structuredClone(a))).toEqual([])
      }),
    )
  })

  test('rows that nobody touched stay the same objects', () => {
    const before = { rows: { ana: { value: 1 }, bo: { value: 2 } }, team: { value: 3 } }
    const after = applyPatch(before, [{ op: 'replace', path: '/rows/ana/value', value: 9 }])
    expect(after).toEqual({ rows: { ana: { value: 9 }, bo: { value: 2 } }, team: { value: 3 } })
    expect((after as typeof before).rows.bo).toBe(before.rows.bo)
    expect((after as typeof before).team).toBe(before.team)
    expect((after as typeof before).rows.ana).not.toBe(before.rows.ana)
  })

  test('one changed number is one operation', () => {
    const before = { rows: { ana: { value: 1, place: 0 } } }
    const after = { rows: { ana: { value: 2, place: 0 } } }
    expect(diffViews(before, after)).toEqual([{ op: 'replace', path: '/rows/ana/value', value: 2 }])
  })

  test('a __proto__ key never reaches a prototype', () => {
    const patched = applyPatch({}, [{ op: 'add', path: '/__proto__', value: { polluted: true } }])
    expect(Object.getPrototypeOf(patched)).toBe(Object.prototype)
    expect(Object.keys(patched as object)).toEqual(['__proto__'])
  })

  test.each([
    [{ op: 'replace', path: '/rows/nobody/value', value: 1 }],
    [{ op: 'remove', path: '/nothing' }],
    [{ op: 'replace', path: '/list/5', value: 1 }],
    [{ op: 'add', path: '/list/01', value: 1 }],
    [{ op: 'add', path: '/name/first', value: 1 }],
  ] as const)('a path that leads nowhere is a mismatch, not a guess: %o', (op) => {
    expect(() => applyPatch({ rows: {}, list: [1], name: 'x' }, [op])).toThrow(PatchMismatch)
  })
})
