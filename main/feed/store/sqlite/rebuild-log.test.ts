import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHurt, sale } from '../../../../test/durability/hurt-folder.ts'
import { lastEntryOf } from './rebuild-log.ts'

let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-rebuild-'))
  const { log } = await openHurt(folder)
  for (let nth = 1; nth <= 12; nth += 1) await log.append([sale(`d-${nth}`, nth)])
  await log.close()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lastAfter = (...statements: readonly string[]): number => {
  const database = new Database(join(folder, 'floor.db'))
  try {
    for (const each of statements) database.exec(each)
    return lastEntryOf(database)
  } finally {
    database.close()
  }
}

test('the last entry is the one with the highest number, whatever of it is damaged but the number', () => {
  expect(lastAfter()).toBe(12)
  expect(lastAfter("UPDATE entry SET body = '{' WHERE seq = 12")).toBe(12)
  expect(lastAfter('UPDATE entry SET at = 7 WHERE seq > 9')).toBe(12)
})

test('a number that is itself damaged is not believed', () => {
  expect(lastAfter('UPDATE entry SET seq = 7407747620151080000 WHERE seq = 12')).toBe(11)
  expect(lastAfter('UPDATE entry SET seq = seq + 1000000000000 WHERE seq BETWEEN 6 AND 8')).toBe(11)
})

test('an empty log, and one of which nothing can be believed, have none', () => {
  expect(lastAfter('UPDATE entry SET at = 7')).toBe(0)
  expect(lastAfter('DELETE FROM entry')).toBe(0)
})

test('a log goes on where a number that is itself damaged is not believed, and past that number', async () => {
  const database = new Database(join(folder, 'floor.db'))
  database.exec('UPDATE entry SET seq = 20 WHERE seq = 12')
  database.close()
  const { log } = await openHurt(folder)
  expect(log.lastSeq).toBe(11)
  for (let nth = 1; nth <= 12; nth += 1) await log.append([sale(`e-${nth}`, nth)])
  expect(log.lastSeq).toBe(23)
  await log.append([sale('d-12', 12)])
  expect(log.standingFact('crm', 'd-12')).not.toBe(null)
  await log.close()
})
