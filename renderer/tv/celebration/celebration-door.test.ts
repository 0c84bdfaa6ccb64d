import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { createStore } from '../../live/store.ts'
import { createCelebrationDoor } from './celebration-door.ts'
import type { CelebrationsOptions } from './celebrations.tsx'

const settled = () => new Promise((resolve) => setImmediate(resolve))

const open = () => {
  const taken: string[] = []
  const later: (() => void)[] = []
  let fails = 0
  let idle = () => undefined as unknown
  const door = createCelebrationDoor({
    load: async () => {
      if (fails > 0) {
        fails -= 1
        throw new Error('the feed is gone')
      }
      return {
        startCelebrations: ({ over }: CelebrationsOptions) => ({
          take: (event, message) => {
            taken.push(`${event} ${message}`)
            over.set((): ReactNode => 'on')
          },
          chime: () => undefined,
        }),
      }
    },
    whenIdle: (work) => {
      idle = work
    },
    wait: (_, work) => void later.push(work),
    feedNow: () => 0,
    running: () => 0,
    wallClock: () => 0,
    storage: null,
    orders: createStore({ isAsleep: false }),
    volume: () => 0,
    speaker: { open: () => undefined, run: async () => null, rest: () => undefined },
    mediaUrl: (address) => address,
    sendCelebrated: async () => true,
  })
  return {
    door,
    taken,
    rest: () => idle(),
    retry: () => later.shift()?.(),
    failOnce: () => {
      fails = 1
    },
  }
}

test('what is said before the wall is idle is kept, and read in its order then', async () => {
  const { door, taken, rest } = open()
  door.take('celebrate', 'a')
  door.take('retract', 'a')
  expect(taken).toEqual([])
  rest()
  await settled()
  door.take('celebrate', 'b')
  expect(taken).toEqual(['celebrate a', 'retract a', 'celebrate b'])
  expect(door.over.get()).toBe('on')
})

test('what could not be loaded is loaded later, and nothing is lost', async () => {
  const { door, taken, rest, retry, failOnce } = open()
  failOnce()
  door.take('celebrate', 'a')
  rest()
  await settled()
  expect(taken).toEqual([])
  retry()
  await settled()
  expect(taken).toEqual(['celebrate a'])
})
