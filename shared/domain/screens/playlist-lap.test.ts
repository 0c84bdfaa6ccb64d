import { expect, test } from 'vitest'
import { boardsInLap, lapSeconds } from './playlist-lap.ts'

const items = [
  { board: 'a', seconds: 20 },
  { board: 'b', seconds: 10 },
  { board: 'a', seconds: 30 },
]

test('[F80] a lap is as long as its boards, and a board is seen as often as it comes on', () => {
  expect(lapSeconds(items)).toBe(60)
  expect(boardsInLap(items, () => true)).toEqual([
    { board: 'a', secondsALap: 50, timesAnHour: 120 },
    { board: 'b', secondsALap: 10, timesAnHour: 60 },
  ])
})

test('[F80] what a wall may not show takes no time', () => {
  expect(boardsInLap(items, (board) => board === 'b')).toEqual([
    { board: 'b', secondsALap: 10, timesAnHour: 360 },
  ])
  expect([lapSeconds([]), boardsInLap([], () => true)]).toEqual([0, []])
})
