import { expect, test } from 'vitest'
import { sinceThen } from './since-then.ts'
import { wilson } from './wilson.ts'

const counts = (made: number, from: number) => ({
  made,
  from,
  attempts: from,
  value: from === 0 ? null : made / from,
})
const share = (before: [number, number], since: [number, number]) =>
  sinceThen({
    before: counts(...before),
    since: counts(...since),
    interval: wilson(...since),
    leastAttempts: 20,
  })
const average = (before: number, since: number) =>
  sinceThen({
    before: { made: before * 30, from: 30, attempts: 30, value: before },
    since: { made: since * 30, from: 30, attempts: 30, value: since },
    interval: null,
    leastAttempts: 20,
  })

test('[L12] a step became better or worse where the whole interval since then lies beyond the rate of then', () => {
  expect(share([22, 98], [60, 120])).toBe('better')
  expect(share([22, 98], [9, 29])).toBe('no clear change')
  expect(share([50, 100], [10, 60])).toBe('worse')
})

test('[L12] too few attempts are too little to tell, then or since', () => {
  expect(share([22, 98], [10, 19])).toBe('too little to tell')
  expect(share([1, 4], [60, 120])).toBe('too little to tell')
  expect(share([22, 98], [0, 0])).toBe('too little to tell')
})

test('[L12] an average changed where it is beyond four fifths of the other', () => {
  expect([average(100, 126), average(100, 124), average(100, 81), average(100, 79)]).toEqual([
    'better',
    'no clear change',
    'no clear change',
    'worse',
  ])
})
