import { expect, test } from 'vitest'
import { createKeySequence } from './key-sequence.ts'

const opening = ['Up', 'Up', 'Down', 'Down', 'Left', 'Right', 'Left', 'Right'].map((arrow) => `Arrow${arrow}`)

const open = (pauseMs = 500) => {
  let now = 0
  const press = createKeySequence(() => now)
  return (keys: readonly string[]): boolean[] =>
    keys.map((key) => {
      now += pauseMs
      return press(key)
    })
}

test('[S200] it opens at the last key of the sequence, and once', () => {
  const press = open()
  expect(press([...opening, 'Enter', 'Enter'])).toEqual([...opening.map(() => false), true, false])
})

test('[S200] an OK that arrives as Select counts, and so does what was pressed before the sequence', () => {
  expect(open()(['ArrowUp', 'a', ...opening, 'Select']).at(-1)).toBe(true)
  expect(open()(['ArrowUp', ...opening, 'Enter']).at(-1)).toBe(true)
})

test('[S200] a key between, another order, or a pause is no sequence', () => {
  expect(open()([...opening, 'a', 'Enter'])).not.toContain(true)
  expect(open()([...opening.toReversed(), 'Enter'])).not.toContain(true)
  expect(open(3_001)([...opening, 'Enter'])).not.toContain(true)
})
