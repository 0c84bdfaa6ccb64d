import { expect, test } from 'vitest'
import { inputWindows } from './input-windows.ts'

const input = (noun: string, window: string | null) => ({ metric: { noun }, window })

test("numbers of other days than their cards' are told, each of them once", () => {
  const inputs = [
    input('dials', 'Week of Nov 16'),
    input('created', null),
    input('meetings', 'Week of Nov 16'),
    input('dials', 'Week of Nov 16'),
    input('wins', 'November 2026'),
  ]
  expect(inputWindows(inputs)).toBe('dials, meetings: Week of Nov 16 · wins: November 2026')
})

test("of numbers that are of their cards' days nothing is said", () => {
  expect(inputWindows([input('dials', null)])).toBe('')
})
