import { expect, test } from 'vitest'
import type { Heartbeat } from '../../shared/wire/kiosk.ts'
import { createPictureKeeper } from './keep-picture.ts'

const open = () => {
  let now = 0
  let captured = 0
  const kept: number[] = []
  const keeper = createPictureKeeper({
    running: () => now,
    capture: async () => {
      captured += 1
      return new Uint8Array([captured])
    },
    keep: (jpeg) => kept.push(jpeg[0] ?? 0),
  })
  const live = async (seconds: number, change: Partial<Heartbeat> = {}) => {
    for (let second = 0; second < seconds; second += 2) {
      keeper.heartbeat({ frames: 1, shows: 'board', nextSceneInMs: null, ...change })
      // What was captured is there.
      await Promise.resolve()
      now += 2_000
    }
  }
  return { live, kept, keeper }
}

test('[S193] a picture is taken once a board has stood for ten seconds, and then every ten minutes', async () => {
  const { live, kept } = open()
  await live(10)
  expect(kept).toEqual([])
  await live(2)
  expect(kept).toEqual([1])
  await live(596)
  expect(kept).toEqual([1])
  await live(10)
  expect(kept).toEqual([1, 2])
})

test('[S193] never of anything else: a code, a celebration, a sleeping or an unpainted wall', async () => {
  const { live, kept } = open()
  await live(3600, { shows: 'picture' })
  await live(3600, { shows: 'black' })
  await live(3600, { shows: 'nothing' })
  await live(3600, { frames: 0 })
  expect(kept).toEqual([])
})

test('[S193] what came over the board while its picture was taken is not kept', async () => {
  const { live, kept } = open()
  await live(10)
  await live(2, { shows: 'picture' })
  await live(4)
  expect(kept).toEqual([])
})

test('[S193] what was taken of a wall that is forgotten is not kept, also where it was still being taken', async () => {
  const { live, kept, keeper } = open()
  await live(10)
  keeper.forget()
  await live(8)
  expect(kept).toEqual([])
  await live(600)
  expect(kept).toEqual([2])
})
