import { expect, test, vi } from 'vitest'
import { historyShelf, memoryShelf, openShelf, type Shelf } from './page-shelf.ts'

const refused = () => new DOMException('no storage here', 'SecurityError')
const forbidden = (): Storage => {
  throw refused()
}
const full = (kept: Shelf) => (): Storage => ({
  ...kept,
  getItem: kept.getItem,
  length: kept.length,
  clear: () => undefined,
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
})
const windowHistory = () => {
  const history = {
    state: null as unknown,
    replaceState: (state: unknown) => {
      history.state = state
    },
  }
  return history
}

test('[S153] a storage that may not be read is a page without a memory, and says so once', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const shelf = openShelf(forbidden)
  expect([shelf.getItem('a'), shelf.length, shelf.key(0)]).toEqual([null, 0, null])
  shelf.setItem('a', 'one')
  shelf.setItem('b', 'two')
  shelf.removeItem('b')
  expect([shelf.getItem('a'), shelf.getItem('b'), shelf.length]).toEqual(['one', null, 1])
  expect(warn).toHaveBeenCalledOnce()
  warn.mockRestore()
})

test('[S153] a full storage keeps what it has, and what is new is known for now', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const kept = memoryShelf()
  kept.setItem('token', 'old')
  const shelf = openShelf(full(kept))
  expect(shelf.getItem('token')).toBe('old')
  shelf.setItem('token', 'new')
  expect([shelf.getItem('token'), kept.getItem('token')]).toEqual(['new', 'old'])
  warn.mockRestore()
})

test('[S153] a window without a storage keeps its notes over a reload', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const history = windowHistory()
  openShelf(forbidden, historyShelf(history)).setItem('floorboard:reloaded-for', 'b7')
  expect(openShelf(forbidden, historyShelf(history)).getItem('floorboard:reloaded-for')).toBe('b7')
  expect(historyShelf({ ...history, state: 'of another' }).getItem('length')).toBeNull()
  warn.mockRestore()
})

test('what is not the storage’s own refusal is a bug, and surfaces', () => {
  const broken = (): Storage => {
    throw new TypeError('a bug')
  }
  expect(() => openShelf(broken).getItem('a')).toThrow('a bug')
})
