import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guarded, unguarded } from './formula-guard.ts'

test.each(["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1+1'])(
  '%j begins with an apostrophe',
  (cell) => {
    expect(guarded(cell)).toBe(`'${cell}`)
  },
)

test.each(['', 'Acme', '1,054', "O'Neill", 'a=b', "'quoted'", '500 -'])('%j stays as it is', (cell) => {
  expect([guarded(cell), unguarded(cell)]).toEqual([cell, cell])
})

test('any cell comes back as it was, however often it is refused', () => {
  const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', ' ', 'a', '1') })
  fc.assert(
    fc.property(cell, (text) => {
      expect(unguarded(guarded(text))).toBe(text)
      expect(unguarded(unguarded(guarded(guarded(text))))).toBe(text)
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
})
