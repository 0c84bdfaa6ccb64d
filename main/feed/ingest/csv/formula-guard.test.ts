import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guarded, unguarded } from './formula-guard.ts'

test.each([
  ['=1+1', "'=1+1"],
  [' =1+1', "' =1+1"],
  ["'=1+1", "''=1+1"],
  ['\ta', "'\ta"],
  ["a;=cmd|' /C calc'!A0;b", "a;'=cmd|' /C calc'!A0;b"],
  ['a\n@SUM(1)', "a\n'@SUM(1)"],
  ['a\t\t＝1', "a\t\t'＝1"],
  ['1,-5', '1,-5'],
  ['a; b = c', 'a; b = c'],
])('the cell %j is written as %j', (cell, written) => {
  expect(guarded(cell)).toBe(written)
  expect(unguarded(written)).toBe(cell)
})

test('no cell is run, wherever it is split, and each comes back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '-', '@', "'", ';', '\t', '\n', '\r', ' ', 'a', '＝') })
  fc.assert(
    fc.property(text, (cell) => {
      const written = guarded(cell)
      expect(unguarded(written)).toBe(cell)
      for (const part of written.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^\s*[=+\-@＝]/)
    }),
  )
})

test('a cell of a hundred thousand line ends or blanks takes no longer than one of letters', () => {
  for (const unit of ['\n', ' ', ';', "'", '; ']) {
    const cell = unit.repeat(100_000)
    expect(unguarded(guarded(cell))).toBe(cell)
  }
})
