import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fact } from '../../wire/fact.ts'
import { sameFact } from './stored-fact.ts'

const call = {
  source: 'dialer',
  id: '1',
  type: 'activity',
  kind: 'call',
  at: '2026-11-20',
  fields: { campaign: 'north', score: 3 },
  credits: [
    { rep: 'ana', share: 0.5 },
    { rep: 'ben', share: 0.5 },
  ],
}
const same = (more: object): boolean => sameFact(Fact.parse(call), Fact.parse({ ...call, ...more }))

/** The same value with the keys of every object turned round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([name, inner]) => [name, turned(inner)]))
}

describe('two facts are the same', () => {
  test('when only the order of their keys differs', () => {
    expect(sameFact(Fact.parse(call), Fact.parse(turned(call)))).toBe(true)
  })

  test('not when a value, a credit or a field differs, comes or goes', () => {
    expect(same({ kind: 'email' })).toBe(false)
    expect(same({ account: null })).toBe(false)
    expect(same({ fields: { campaign: 'north' } })).toBe(false)
    expect(same({ fields: { campaign: 'north', score: 3, more: null } })).toBe(false)
    expect(same({ fields: { campaign: 'north', score: '3' } })).toBe(false)
    expect(same({ fields: null })).toBe(false)
    expect(same({ credits: call.credits.slice(0, 1) })).toBe(false)
    expect(same({ credits: call.credits.toReversed() })).toBe(false)
  })

  test('exactly when their fields say the same, whatever the names', () => {
    const name = fc.constantFrom('a', '__proto__', 'constructor', 'toString')
    const fields = fc.array(fc.tuple(name, fc.constantFrom(null, 0, 1, '', '1', true)), { maxLength: 4 })
    const fact = (entries: [string, unknown][]) =>
      Fact.parse({ ...call, fields: Object.fromEntries(entries) })
    fc.assert(
      fc.property(fields, fields, (some, others) => {
        const [a, b] = [fact(some), fact(others)]
        // The schema sorts the fields, so that text tells them apart.
        expect(sameFact(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })
})
