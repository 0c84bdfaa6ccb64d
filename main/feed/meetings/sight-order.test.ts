import { expect, test } from 'vitest'
import { type Direction, sightOrder } from './sight-order.ts'

const runs = (text: string, direction: Direction): string[] =>
  sightOrder(text, direction).map((run) => run.text)

test('[L26] words of another direction stand in their own order, and numbers among them in theirs', () => {
  expect(runs('Ana דוד כהן Ruiz', 'ltr')).toEqual(['Ana ', 'דוד כהן', ' Ruiz'])
  // Read from right to left: the name, then how many.
  expect(runs('דוד 12 כהן', 'ltr')).toEqual([' כהן', '12', 'דוד '])
  expect(runs('Plain', 'ltr')).toEqual(['Plain'])
})

test('[L31] on a page from right to left the first stands at the right, and brackets face the other way', () => {
  expect(runs('דוד (Ana)', 'rtl')).toEqual(['(', 'Ana', 'דוד )'])
  expect(runs('$12 · דוד', 'rtl')).toEqual([' · דוד', '$12'])
  expect(runs('Done, by Ana.', 'rtl')).toEqual(['Done, by Ana.'])
  expect(sightOrder('Ana', 'rtl')).toMatchObject([{ text: 'Ana', isRightToLeft: false }])
})
