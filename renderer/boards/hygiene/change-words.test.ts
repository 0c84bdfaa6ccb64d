import { describe, expect, test } from 'vitest'
import { createFormat } from '../../../shared/domain/words/format.ts'
import type { HygieneColumn } from '../../../shared/wire/boards/hygiene-board.ts'
import { metric } from '../samples/metric.ts'
import { changeWords } from './change-words.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const untouched = metric({ id: 'untouched', name: 'Untouched' })
const words = (change: number | null, compared: HygieneColumn['compared']) =>
  changeWords({ change }, { compared, metric: untouched }, format)

describe('the words of a change', () => {
  test('more is worse, fewer is better, and an arrow says which', () => {
    expect(words(3, 'week')).toEqual({ text: '+3 on last week', short: '+3', turn: 'worse' })
    expect(words(-2, 'quarter')).toEqual({ text: '−2 on last quarter', short: '−2', turn: 'better' })
    expect(words(0, 'day')).toMatchObject({ text: 'as yesterday', turn: 'level' })
  })

  test('what passed a line this week is new', () => {
    expect(words(4, 'new')).toEqual({ text: '4 new', short: '4 new', turn: 'worse' })
    expect(words(0, 'new')).toMatchObject({ text: 'none new', turn: 'level' })
  })

  test('a change too small for the wall is none, and one that is not known is not told', () => {
    expect(words(0.01, 'week')).toMatchObject({ text: 'as last week', turn: 'level' })
    expect(words(null, 'week')).toBeNull()
    expect(words(3, null)).toBeNull()
  })
})
