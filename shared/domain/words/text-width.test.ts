import { expect, test } from 'vitest'
import { figuresIn, textWidth } from './text-width.ts'

test('marks of direction, which are not drawn, take no room', () => {
  expect(figuresIn('\u200f٤١٢ ألف $\u200f')).toBe(9)
  expect(textWidth('\u200f412')).toBe(textWidth('412'))
})

test('a letter as high as it is wide takes the room of almost two figures', () => {
  expect(figuresIn('$412K')).toBe(5)
  expect(figuresIn('$41万')).toBe(4.75)
  // The yen sign that Japanese money begins with.
  expect(figuresIn('￥41万')).toBe(5.5)
  expect(textWidth('￥')).toBeGreaterThan(1)
})
