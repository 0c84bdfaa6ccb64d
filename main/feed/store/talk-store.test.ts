import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openSqliteTalkStore } from './sqlite/sqlite-talk-store.ts'
import { noTalks, type StoredAction, type StoredNote, TalksUnavailable } from './talk-store.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const newFile = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'floorboard-talks-'))
  folders.push(folder)
  return join(folder, 'talks.db')
}
const fail = (aside: string): never => {
  throw new Error(`damaged: ${aside}`)
}
const open = (file: string) => openSqliteTalkStore({ file, onDamage: fail })

const note = (id: string, at: number, more: Partial<StoredNote> = {}): StoredNote => ({
  kind: 'note',
  id,
  person: 'ana',
  at,
  by: 'account:1',
  version: 1,
  text: `words of ${id}`,
  changedAt: null,
  ...more,
})

test('[L13] what is written comes back after a restart, newest first, each person’s apart', () => {
  const file = newFile()
  const first = open(file)
  expect(first.add(note('first-note', 1))).toBe(true)
  expect(first.add(note('second-note', 2))).toBe(true)
  expect(first.add(note('of-bo-note', 3, { person: 'bo' }))).toBe(true)
  first.close()
  const store = open(file)
  expect(store.of('ana').map(({ id }) => id)).toEqual(['second-note', 'first-note'])
  expect(store.find('ana', 'first-note')).toEqual(note('first-note', 1))
  expect(store.find('ana', 'of-bo-note')).toBeNull()
  store.close()
})

test('[L13] an id is written once, and a version that is not the last changes nothing', () => {
  const store = open(newFile())
  store.add(note('one-note', 1))
  expect(store.add(note('one-note', 9, { text: 'again' }))).toBe(false)
  expect(store.put(note('one-note', 1, { version: 2, text: 'mine' }), 1)).toBe(true)
  expect(store.put(note('one-note', 1, { version: 2, text: 'theirs' }), 1)).toBe(false)
  expect(store.put(note('gone-note', 1, { version: 2 }), 1)).toBe(false)
  expect(store.of('ana')).toMatchObject([{ text: 'mine', version: 2 }])
  store.close()
})

test('[L14] what a list says of somebody follows each thing that is written, changed, removed or erased of them', () => {
  const store = open(newFile())
  const action: StoredAction = {
    ...{ kind: 'action', id: 'one-action', person: 'ana', at: 1, by: 'account:1', version: 1 },
    ...{ what: 'Ask earlier', dueOn: null, step: null, done: null, owner: null },
  }
  const talk = (at: number) => ({
    ...({ kind: 'one-to-one', id: `talk-of-${at}`, person: 'ana', at, by: 'account:1', version: 1 } as const),
    ...{ startedAt: at, nextOn: '2026-12-11', point: null },
  })
  expect(store.brief('ana')).toEqual({ last: null, openActions: 0 })
  store.add(action)
  store.add(talk(2))
  store.add(talk(3))
  expect(store.brief('ana')).toEqual({ last: { at: 3, nextOn: '2026-12-11' }, openActions: 1 })
  store.put({ ...action, version: 2, done: { at: 4, by: 'account:2' } }, 1)
  expect(store.brief('ana').openActions).toBe(0)
  store.remove('ana', 'talk-of-3')
  expect(store.brief('ana').last?.at).toBe(2)
  expect(store.brief('bo').last).toBeNull()
  store.erase('ana')
  expect(store.brief('ana')).toEqual({ last: null, openActions: 0 })
  store.close()
})

test('[L13] what is removed, changed or erased is gone from the disk, and not only from sight', () => {
  const file = newFile()
  const store = open(file)
  const secret = 'a sentence about somebody '.repeat(30)
  store.add(note('removed-note', 1, { text: `removed: ${secret}` }))
  store.add(note('changed-note', 2, { text: `changed: ${secret}` }))
  store.add(note('erased-note', 3, { text: `erased: ${secret}` }))
  store.add(note('of-bo-note', 4, { person: 'bo' }))
  expect(store.remove('ana', 'removed-note')).toBe(true)
  expect(store.remove('ana', 'removed-note')).toBe(false)
  store.put(note('changed-note', 2, { version: 2, text: 'other words' }), 1)
  expect(store.erase('ana')).toBe(2)
  const onDisk = ['', '-wal'].map((end) => readFileSync(`${file}${end}`).toString('latin1')).join()
  expect(onDisk).not.toContain('a sentence about somebody')
  expect(onDisk).toContain('words of of-bo-note')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  store.close()
})

test('a damaged file is put aside, and where none can be used nothing is taken', () => {
  const file = newFile()
  writeFileSync(file, 'no database at all, and long enough to be looked at as one'.repeat(20))
  const damaged: string[] = []
  const store = openSqliteTalkStore({ file, onDamage: (aside) => damaged.push(aside) })
  expect(damaged).toEqual([`${file}.damaged`])
  expect(store.of('ana')).toEqual([])
  store.close()
  expect(() => noTalks('the disk is away').add(note('one-note', 1))).toThrow(TalksUnavailable)
})
