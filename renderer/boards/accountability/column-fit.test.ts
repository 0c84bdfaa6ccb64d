import { describe, expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { paceWithin } from '../parts/pace-within.ts'
import { columnFit, createCellWidths } from './column-fit.ts'
import { goalText } from './goal-text.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const cell = { value: 5, goal: 14, attainment: 5 / 14, pace: 7, state: 'behind' } as const
const metric = {
  id: 'm',
  name: 'M',
  noun: 'm',
  objective: 'Why?',
  unit: 'count',
  indicator: 'input',
  better: 'higher',
} as const
const column = { metric, asOf: null, atGoal: 0, withGoal: 1, notDue: 0, unjudged: 0 }

/** The same with and without a currency. */
const set = (width: number, alone = 1) => ({ value: 4, whole: width, bare: width, alone })

describe('the figures of a column', () => {
  test('are set as narrow as the widest of them asks for, and grow only where all have room', () => {
    const fit = columnFit([[10, 18, 23].map(set)], 3, 100)
    expect(fit).toEqual({
      cuts: ['wide', 'narrow', 'narrowest'],
      aloneFigures: 1,
      shares: [1, 1, 1],
      wideShares: null,
      spare: 1,
      widestValue: 4,
    })
    expect(columnFit([[set(10)], [set(8)]], 1, 72.8).spare).toBeCloseTo(9.2)
    expect(columnFit([], 5, 40).cuts).toEqual(['wide', 'wide', 'wide', 'wide', 'wide'])
  })

  test('take the room that others have left before they are set narrowest, if all of them are wide then', () => {
    const shares = (widest: number) => columnFit([[set(10), set(10), set(widest)]], 3, 90).wideShares
    expect(shares(18)).toBeNull()
    expect(shares(28)).toEqual([21, 21, 36])
    expect(shares(40)).toBeNull()
  })

  test('take room from the others, and the currency from the goal, before they run out of their column', () => {
    const { cuts, shares } = columnFit(
      [[set(10), set(10), { value: 9, whole: 40, bare: 34, alone: 9 }]],
      3,
      90,
    )
    expect(cuts).toEqual(['wide', 'wide', 'bare'])
    expect(shares[0]).toBe(shares[1])
    expect(shares[2]).toBeGreaterThan(shares[0] ?? 0)
  })

  test('go without goal and currency where nothing else fits, all of them in one size', () => {
    const { cuts, aloneFigures } = columnFit([[set(60, 9), set(60, 10), set(60, 11)]], 3, 90)
    expect(cuts).toEqual(['alone', 'alone', 'alone'])
    expect(aloneFigures).toBe(11)
  })

  test('go so too where others have taken their room', () => {
    const { cuts } = columnFit([[set(30, 5), set(60, 10), set(60, 11)]], 3, 90)
    expect(cuts).toEqual(['alone', 'alone', 'alone'])
  })

  test('are as wide as what is written', () => {
    const row = { name: 'A', short: 'A', initials: 'A', hue: 0, photo: null, place: 0 }
    const widths = createCellWidths(format)
    const [short] = widths({ ...row, cells: [cell] }, [column])
    const [long] = widths({ ...row, cells: [{ ...cell, value: 5000 }] }, [column])
    expect(long?.whole).toBeGreaterThan(short?.whole ?? 0)
    const [money] = widths({ ...row, cells: [cell] }, [{ ...column, metric: { ...metric, unit: 'money' } }])
    expect(money?.bare).toBeLessThan(money?.whole ?? 0)
    expect(widths({ ...row, cells: [] }, [column])).toEqual([{ ...set(0, 0), value: 0 }])
  })
})

describe('a goal', () => {
  test('is said plainly, also where there is none or nothing due', () => {
    expect(goalText(cell, metric, format.value, format.say)).toBe('/ 14')
    expect(goalText(cell, { unit: 'count', better: 'lower' }, format.value, format.say)).toBe('≤ 14')
    expect(goalText({ ...cell, goal: null, state: null }, metric, format.value, format.say)).toBe('no goal')
    expect(goalText({ ...cell, goal: 0, state: null }, metric, format.value, format.say)).toBe('not due')
    expect(goalText({ ...cell, value: null, state: null }, metric, format.value, format.say)).toBe('/ 14')
  })

  test('has a tick on the way to it, until it is reached or is itself what is due', () => {
    expect(paceWithin(cell)).toBe(0.5)
    expect(paceWithin({ ...cell, state: 'reached' })).toBeNull()
    expect(paceWithin({ ...cell, pace: 14 })).toBeNull()
    expect(paceWithin({ ...cell, goal: null, pace: null, state: null })).toBeNull()
  })
})
