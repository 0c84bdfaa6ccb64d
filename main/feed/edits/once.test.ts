import { expect, test, vi } from 'vitest'
import { createOnce } from './once.ts'

test('the same name does its work once, and everybody gets its answer', async () => {
  const once = createOnce<number>()
  const work = vi.fn(async () => 7)
  expect(await Promise.all([once('a', work), once('a', work)])).toEqual([7, 7])
  expect(await once('a', work)).toBe(7)
  expect(work).toHaveBeenCalledTimes(1)
  await once('b', work)
  expect(work).toHaveBeenCalledTimes(2)
})

test('work that failed is done again', async () => {
  const once = createOnce<number>()
  await expect(once('a', () => Promise.reject(new Error('stale')))).rejects.toThrow('stale')
  expect(await once('a', async () => 8)).toBe(8)
})

test('a thousand names are remembered, the oldest are forgotten', async () => {
  const once = createOnce<number>()
  const work = vi.fn(async () => 1)
  for (let name = 0; name <= 1000; name += 1) await once(`${name}`, work)
  await once('0', work)
  await once('1000', work)
  expect(work).toHaveBeenCalledTimes(1002)
})
