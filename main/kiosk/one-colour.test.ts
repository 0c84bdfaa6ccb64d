import { expect, test } from 'vitest'
import { isOneColour } from './one-colour.ts'

test('[S172] a picture is of one colour when its last pixel is as its first, and all between', () => {
  const pixels = new Uint8Array(4 * 100).fill(255)
  expect(isOneColour(pixels)).toBe(true)
  pixels[399] = 254
  expect(isOneColour(pixels)).toBe(false)
  expect(isOneColour(new Uint8Array([10, 15, 30, 255, 10, 15, 30, 255]))).toBe(true)
  expect(isOneColour(new Uint8Array([10, 15, 30, 255, 10, 15, 31, 255]))).toBe(false)
  expect(isOneColour(new Uint8Array())).toBe(false)
})
