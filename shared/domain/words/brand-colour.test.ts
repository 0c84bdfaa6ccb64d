import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Theme } from '../../wire/theme.ts'
import { contrastOn, leastContrast, nearestReadable } from './brand-colour.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('a colour that can be read is kept as it was written', () => {
  expect(nearestReadable('night', '#ffd400')).toBe('#ffd400')
  expect(nearestReadable('day', '#003a8c')).toBe('#003a8c')
})

test('a colour that cannot be read keeps its hue and goes only as far as it must', () => {
  const blue = nearestReadable('night', '#0a5cff')
  expect(contrastOn('night', '#0a5cff')).toBeLessThan(leastContrast)
  expect(contrastOn('night', blue)).toBeLessThan(leastContrast + 0.2)
  const [red, green, blueness] = [1, 3, 5].map((at) => Number.parseInt(blue.slice(at, at + 2), 16))
  expect(blueness).toBeGreaterThan(red ?? 255)
  expect(blueness).toBeGreaterThan(green ?? 255)
})

test('every colour has a readable one on every theme', () => {
  fc.assert(
    fc.property(colour, fc.constantFrom(...Theme.options), (text, theme) => {
      const nearest = nearestReadable(theme, text)
      expect(nearest).toMatch(/^#[0-9a-f]{6}$/)
      expect(contrastOn(theme, nearest)).toBeGreaterThanOrEqual(leastContrast)
    }),
  )
})
