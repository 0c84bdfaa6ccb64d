import { expect, test } from 'vitest'
import type { CelebratedMessage } from '../../../../shared/wire/celebrations/view.ts'
import { createReports } from './reports.ts'
import { createShownIds } from './shown-ids.ts'

const storageOf = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const report = (id: string): CelebratedMessage => ({ id, shownMs: 8000, lateMs: 12, sound: 'played' })
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('a report is sent until the feed has kept it, over a reload too, and then no more', async () => {
  const storage = storageOf()
  const sent: string[] = []
  let retry: () => void = () => undefined
  let answers = false
  const open = () =>
    createReports({
      storage,
      send: async ({ id }) => {
        sent.push(id)
        return answers
      },
      wait: (_, work) => {
        retry = work
      },
    })
  open().add(report('a'))
  await settled()
  expect(sent).toEqual(['a'])

  answers = true
  open()
  retry()
  await settled()
  expect(sent).toEqual(['a', 'a'])
  retry()
  await settled()
  expect(sent).toEqual(['a', 'a'])
})

test('which ids were shown is kept over a reload, up to a bound', () => {
  const storage = storageOf()
  const shown = createShownIds(storage)
  for (let nth = 0; nth < 400; nth += 1) shown.add(`c${nth}`, nth)
  const reloaded = createShownIds(storage)
  expect(reloaded.startOf('c399')).toBe(399)
  expect(reloaded.startOf('c0')).toBeNull()
  expect(reloaded.startOf('other')).toBeNull()
})

test('what is kept and cannot be read is as if nothing were', () => {
  const storage = storageOf()
  storage.setItem('floorboard:celebrated', '[[1')
  expect(createShownIds(storage).startOf('a')).toBeNull()
})
