import { expect, test } from 'vitest'
import { createRestartPauses } from './restart-pauses.ts'

test('[S212] a program that keeps ending is started again for ever, with pauses that grow to a minute', () => {
  const pauses = createRestartPauses()
  const seconds = Array.from({ length: 1000 }, () => pauses.after(500) / 1000)
  expect(seconds.slice(0, 7)).toEqual([2, 4, 8, 16, 32, 60, 60])
  expect(Math.max(...seconds)).toBe(60)
})

test('[S212] after a run of a minute the pauses begin from the first again', () => {
  const pauses = createRestartPauses()
  for (let nth = 0; nth < 9; nth += 1) pauses.after(500)
  expect(pauses.after(60_001)).toBe(2_000)
  expect(pauses.after(500)).toBe(4_000)
})
