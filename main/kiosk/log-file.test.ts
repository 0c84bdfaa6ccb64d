import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogFile } from './log-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('lines follow one another, and a start goes on with what is there', () => {
  const path = join(folder, 'logs', 'kiosk.log')
  createLogFile(path)('first')
  createLogFile(path)('second')
  expect(readFileSync(path, 'utf8')).toBe('first\nsecond\n')
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('it never takes more than four files of a megabyte, of which the latest are kept', () => {
  const write = createLogFile(join(folder, 'kiosk.log'))
  for (let n = 0; n < 60; n += 1) write(`${n} ${'x'.repeat(99_990)}`)
  expect(readdirSync(folder).sort()).toEqual(['kiosk.log', 'kiosk.log.1', 'kiosk.log.2', 'kiosk.log.3'])
  for (const name of readdirSync(folder))
    expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1_000_100)
  const kept = ['kiosk.log.3', 'kiosk.log.2', 'kiosk.log.1', 'kiosk.log']
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => Number.parseInt(line, 10))
  expect(kept.at(-1)).toBe(59)
  expect(kept).toEqual(Array.from(kept, (_, index) => 60 - kept.length + index))
})

test('a place that takes nothing costs the line and nothing else', () => {
  writeFileSync(join(folder, 'file'), '')
  chmodSync(join(folder, 'file'), 0o400)
  expect(() => createLogFile(join(folder, 'file', 'kiosk.log'))('lost')).not.toThrow()
})
