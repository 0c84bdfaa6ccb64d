import { describe, expect, test } from 'vitest'
import { trendPaths } from './trend-paths.ts'

const startOf = (path: string): number => Number(/^M([\d.]+)/.exec(path)?.[1])
const endOf = (path: string): number => Number(/([\d.]+),[\d.]+$/.exec(path)?.[1])

describe('the line of a card', () => {
  test('goes from one end of its place to the other', () => {
    const { line, before } = trendPaths([1, 2, 3], [], 0.5)
    expect([startOf(line), endOf(line), before]).toEqual([0, 100, ''])
  })

  test('goes as far as the window has, where it runs against the one before', () => {
    const { line, before } = trendPaths([1, 2, 3], [1, 4], 0.5)
    expect([startOf(line), endOf(line)]).toEqual([0, 50])
    expect([startOf(before), endOf(before)]).toEqual([0, 100])
  })

  test('begins on the day on which something was known first, and so does the one before', () => {
    const { line, before } = trendPaths([null, null, 1, 2, 3], [null, 1, 2], 0.8)
    expect([startOf(line), endOf(line)]).toEqual([40, 80])
    expect(startOf(before)).toBe(50)
  })

  test('needs two points', () => {
    expect(trendPaths([null, 1], [null, 2], 1)).toEqual({ line: '', area: '', before: '' })
    expect(trendPaths([], [], 1)).toEqual({ line: '', area: '', before: '' })
  })
})
