import { expect, test } from 'vitest'
import { createMoment } from './judge-moment.ts'

const open = () => {
  let now = 0
  const moment = createMoment(() => now)
  const paint = (...walls: number[]) => {
    for (const wall of walls) moment.heartbeat(wall, { frames: 1, shows: 'board' })
  }
  return {
    moment,
    paint,
    pass: (ms: number) => {
      now += ms
    },
  }
}

test('[S217] a version is started when every wall of the box has said lately that nobody would miss it', () => {
  const { moment, paint, pass } = open()
  paint(0, 1)
  expect(moment.isFree([0, 1])).toBe(false)
  moment.betweenScenes(0)
  expect([moment.isFree([0]), moment.isFree([0, 1])]).toEqual([true, false])
  pass(80_000)
  paint(0, 1)
  moment.betweenScenes(1)
  expect(moment.isFree([0, 1])).toBe(true)
  // The first is held meanwhile.
  pass(15_000)
  paint(0, 1)
  moment.betweenScenes(1)
  expect([moment.isFree([0, 1]), moment.isFree([1])]).toEqual([false, true])
})

test('[S217] not while a wall paints nothing, since a new version could not either; one that sleeps counts as painting', () => {
  const { moment, paint, pass } = open()
  paint(0, 1)
  pass(20_000)
  moment.betweenScenes(0)
  moment.betweenScenes(1)
  moment.heartbeat(0, { frames: 0, shows: 'board' })
  moment.heartbeat(1, { frames: 0, shows: 'black' })
  expect([moment.isFree([0, 1]), moment.paints([0]), moment.paints([1])]).toEqual([false, false, true])
  paint(0)
  expect(moment.isFree([0, 1])).toBe(true)
  expect([moment.isFree([]), moment.paints([])]).toEqual([false, false])
})

test('[S216] a page that has neither a board nor words paints nothing, however many frames it has', () => {
  const { moment } = open()
  moment.heartbeat(0, { frames: 60, shows: 'nothing' })
  expect(moment.paints([0])).toBe(false)
})
