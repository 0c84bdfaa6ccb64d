import { expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { type Paced, paceFigure } from './pace-figure.ts'

const format = createFormat({ locale: 'en', currency: 'USD' })
const money = { unit: 'money', better: 'higher' } as const
const rate = { unit: 'percent', better: 'higher' } as const
const behind = (ahead: number | null): Paced => ({ state: 'behind', value: 1, goal: 2, ahead })

test('what is behind is held against its pace', () => {
  expect(paceFigure(behind(-15_700_000), money, format)).toBe('−$157K')
})

test('once the goal is reached, what is on top of the goal is told, whatever the pace was', () => {
  const reached: Paced = { state: 'reached', value: 12_000_000, goal: 10_000_000, ahead: 8_000_000 }
  expect(paceFigure(reached, money, format)).toBe('+$20K')
  expect(paceFigure({ ...reached, value: 10_000_000 }, money, format)).toBeNull()
})

test('what is wanted low is ahead by what is left of its goal', () => {
  const reached: Paced = { state: 'reached', value: 30, goal: 45, ahead: 15 }
  expect(paceFigure(reached, { unit: 'days', better: 'lower' }, format)).toBe('+15 d')
})

test('a rate says how many points it is behind, though they are fractions of one', () => {
  expect(paceFigure(behind(-0.04), rate, format)).toBe('−4 pts')
})

test('what would be written as nothing is not written, in any language', () => {
  expect(paceFigure(behind(-0.0001), rate, format)).toBeNull()
  expect(paceFigure(behind(-40), money, format)).toBeNull()
  expect(paceFigure(behind(null), money, format)).toBeNull()
  expect(paceFigure(behind(-40), money, createFormat({ locale: 'ar-EG', currency: 'EGP' }))).toBeNull()
})
