import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareName, createLookAlikes } from './look-alike.ts'

/** As a textbook has it. */
const slipsBetween = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = rows[i]
      const replaced = at(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1])
      if (row) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced)
    }
  return at(a.length, b.length)
}

const mostSlips = (bare: string): number => (bare.length < 5 ? 0 : bare.length < 9 ? 1 : 2)

describe('[F30] a name that was probably meant', () => {
  test.each([
    ['e-mail', ['call', 'E-Mail', 'email'], 'E-Mail'],
    ['email', ['email'], null],
    ['Ana Ruis', ['Bo Ng', 'Ana Ruiz'], 'Ana Ruiz'],
    ['Proposla', ['Proposal'], null],
    ['Negotiatoin', ['Negotiation'], 'Negotiation'],
    ['ball', ['call'], null],
    ['', ['', ' '], null],
    ['ＡＢＣ', ['abc'], 'abc'],
  ])('for %s among %j is %s', (name, known, meant) => {
    expect(createLookAlikes(known).meant(name)).toBe(meant)
  })

  test.each([
    ['Proposla', ['Proposal'], 'Proposal'],
    ['nmae', ['id', 'name'], 'name'],
    ['tem', ['name', 'team'], 'team'],
    ['di', ['id'], null],
    ['amen', ['name'], null],
  ])('where a guess does no harm, for %s among %j is %s', (name, known, meant) => {
    expect(createLookAlikes(known, 'forgiving').meant(name)).toBe(meant)
  })

  test('has as few slips as any known name, and is there whenever one is near enough', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', ' ', 'é'), maxLength: 12 })
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 12 }), (name, known) => {
        const others = known.filter((other) => other !== name)
        const bare = bareName(name)
        const slips = others.map((other) => slipsBetween(bare, bareName(other)))
        const nearest = Math.min(...slips)
        const meant = createLookAlikes(known).meant(name)
        const isNear = bare === '' ? false : nearest <= mostSlips(bare)
        expect(meant !== null).toBe(isNear)
        if (meant !== null) {
          expect(others).toContain(meant)
          expect(slipsBetween(bare, bareName(meant))).toBe(nearest)
        }
      }),
    )
  })
})
