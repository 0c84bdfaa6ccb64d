import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attainmentOf, paceOf, runRateOf, stateOf } from './attainment.ts'

describe('attainment', () => {
  test.each([
    [50, 100, 'higher', 0.5],
    [150, 100, 'higher', 1.5],
    [-50, 100, 'higher', -0.5],
    [0, 0, 'higher', null],
    [5, 0, 'higher', null],
    [5, 10, 'lower', 2],
    [10, 5, 'lower', 0.5],
    [10, 0, 'lower', 0],
    [0, 0, 'lower', 1],
    [0, 5, 'lower', null],
    [null, 5, 'higher', null],
    [5, null, 'lower', null],
  ] as const)('[G9] of %s on a goal of %s, wanted %s, is %s', (value, goal, better, attainment) => {
    expect(attainmentOf(value, goal, better)).toBe(attainment)
  })
})

describe('pace', () => {
  test.each([
    [100, 0.25, true, 'higher', 25],
    [100, 0, true, 'higher', 0],
    [0.3, 0.25, false, 'higher', 0.3],
    [10, 0.25, true, 'lower', 10],
    [null, 0.25, true, 'higher', null],
  ] as const)(
    '[P2][P3] of a goal of %s with %d gone, additive %s, %s, is %s',
    (goal, gone, additive, better, pace) => {
      expect(paceOf(goal, gone, additive, better)).toBe(pace)
    },
  )
})

describe('state', () => {
  test.each([
    [100, 100, 50, 'higher', 'reached'],
    [99, 100, 50, 'higher', 'on pace'],
    [50, 100, 50, 'higher', 'on pace'],
    [49.999, 100, 50, 'higher', 'behind'],
    [30, 100, 50, 'higher', 'behind'],
    [29.999, 100, 50, 'higher', 'well behind'],
    [0, 0, 0, 'higher', 'reached'],
    [-1, 0, 0, 'higher', 'well behind'],
  ] as const)('[P4] %d of %d, pace %d, is %s %s', (value, goal, pace, better, state) => {
    expect(stateOf(value, goal, pace, better)).toBe(state)
  })

  test.each([
    [0, 0, 'reached'],
    [0, 5, 'reached'],
    [5, 5, 'reached'],
    [6, 5, 'behind'],
    [8, 5, 'behind'],
    [9, 5, 'well behind'],
    [1, 0, 'well behind'],
  ] as const)('[G10][P5] where lower is better, %d against %d is %s', (value, goal, state) => {
    expect(stateOf(value, goal, goal, 'lower')).toBe(state)
  })

  test.each([
    [0, 100, null],
    [7, 100, null],
    [-7, 100, null],
    [100, 100, 'reached'],
  ] as const)('[B230] while nothing is due, %d of %d is %s', (value, goal, state) => {
    expect(stateOf(value, goal, 0, 'higher')).toBe(state)
  })

  test('[P4] without a goal or a value there is none', () => {
    expect(stateOf(null, 5, 1, 'higher')).toBeNull()
    expect(stateOf(5, null, null, 'higher')).toBeNull()
  })

  test('[P4] more is never worse where higher is better', () => {
    const states = ['well behind', 'behind', 'on pace', 'reached', null]
    const number = fc.double({ min: 0, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(number, number, number, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, goal, gone) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        const place = (value: number) => states.indexOf(stateOf(value, goal, goal * gone, 'higher'))
        fc.pre(goal * gone > 0)
        expect(place(more)).toBeGreaterThanOrEqual(place(less))
      }),
    )
  })
})

describe('run-rate', () => {
  test.each([
    [50, 0.5, true, 100],
    [50, 0.1, true, 500],
    [50, 0.0999, true, null],
    [50, 0, true, null],
    [50, 1, true, 50],
    [50, 0.5, false, null],
    [null, 0.5, true, null],
  ] as const)('[P6] %s after %d, additive %s, heads for %s', (value, gone, additive, projected) => {
    expect(runRateOf(value, gone, additive)).toBe(projected)
  })
})
