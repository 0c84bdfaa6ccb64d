import { describe, expect, test } from 'vitest'
import { funnelShape } from './funnel-shape.ts'

describe('the shape of a stage', () => {
  test('narrows from those that left it to those that went on, about its middle', () => {
    expect(funnelShape({ left: 100, wentOn: 50 }, 100, 'across')).toBe(
      '0.00,1.00 100.00,25.50 100.00,74.50 0.00,99.00',
    )
    expect(funnelShape({ left: 100, wentOn: 50 }, 100, 'upright')).toBe(
      '1.00,0.00 25.50,100.00 74.50,100.00 99.00,0.00',
    )
  })

  test('is a line where nobody came, and where there is nothing to be as high as', () => {
    const line = '0.00,49.41 100.00,49.41 100.00,50.59 0.00,50.59'
    expect(funnelShape({ left: 0, wentOn: 0 }, 100, 'across')).toBe(line)
    expect(funnelShape({ left: 0, wentOn: 0 }, 0, 'across')).toBe(line)
  })
})
