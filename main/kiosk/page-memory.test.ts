import { expect, test } from 'vitest'
import { pageMemoryBytes } from './page-memory.ts'

test('[S195] a page may take a gigabyte, of a small machine a quarter of its memory, or what it was told', () => {
  expect(pageMemoryBytes({}, 16e9)).toBe(1e9)
  expect(pageMemoryBytes({}, 2e9)).toBe(0.5e9)
  expect(pageMemoryBytes({ 'page-memory': 300 }, 2e9)).toBe(0.3e9)
})
