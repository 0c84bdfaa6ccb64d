import { expect, test } from 'vitest'
import { memoryShelf } from '../../live/page-shelf.ts'
import { createOwnVolume } from './own-volume.ts'

test('[S205] a TV is as loud as its screen is set, and in steps as somebody turns it up or down', () => {
  const volume = createOwnVolume(memoryShelf(), () => 0.35)
  expect(volume.now()).toBe(0.35)
  volume.louder()
  expect(volume.now()).toBe(0.4)
  volume.louder()
  expect(volume.now()).toBe(0.5)
  for (let n = 0; n < 9; n += 1) volume.quieter()
  expect(volume.now()).toBe(0)
  for (let n = 0; n < 12; n += 1) volume.louder()
  expect(volume.now()).toBe(1)
})

test('[S205] that is kept, until the console sets the screen anew', () => {
  const storage = memoryShelf()
  let screen = 0.35
  createOwnVolume(storage, () => screen).quieter()
  const again = createOwnVolume(storage, () => screen)
  expect(again.now()).toBe(0.3)
  screen = 0.8
  expect(again.now()).toBe(0.8)
})

test('what cannot be read is nothing', () => {
  const storage = memoryShelf()
  storage.setItem('floorboard:volume', '{"own":')
  expect(createOwnVolume(storage, () => 0.35).now()).toBe(0.35)
})
