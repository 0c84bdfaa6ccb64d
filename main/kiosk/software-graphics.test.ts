import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createSoftwareGraphics } from './software-graphics.ts'

const folder = mkdtempSync(join(tmpdir(), 'floorboard-graphics-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const warnings: string[] = []
const journal = {
  info: () => undefined,
  warn: (message: string) => void warnings.push(message),
  error: () => undefined,
}
const day = 24 * 60 * 60_000

test('[S179] the choice is kept for a week, and then the card is tried again', () => {
  const path = join(folder, 'software')
  const at = (now: number) => createSoftwareGraphics(path, () => now, journal)
  expect(at(100 * day).isChosen()).toBe(false)
  at(100 * day).choose()
  expect(at(106 * day).isChosen()).toBe(true)
  expect(at(99 * day).isChosen()).toBe(true)
  expect(at(108 * day).isChosen()).toBe(false)
  expect(at(10 * day).isChosen()).toBe(false)
  writeFileSync(path, 'half a nu')
  expect(at(100 * day).isChosen()).toBe(false)
})

test('[S179] a disk that takes nothing is told, and nothing else', () => {
  createSoftwareGraphics(join(folder, 'missing/software'), () => 0, journal).choose()
  expect(warnings).toEqual(['could not be kept: draw in software'])
})
