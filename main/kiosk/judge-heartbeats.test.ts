import { expect, test } from 'vitest'
import type { Heartbeat } from '../../shared/wire/kiosk.ts'
import { createHeartbeatJudge } from './judge-heartbeats.ts'

const well: Heartbeat = { frames: 1, shows: 'picture', nextSceneInMs: 12_000 }

/** The verdicts on so many equal heartbeats, a letter each; `P` ends the page and `G` the graphics. */
const letters = { well: '.', unsure: '?', 'end page': 'P', 'end graphics': 'G' }
function judging() {
  const judge = createHeartbeatJudge()
  const see = (change: Partial<Heartbeat>, times: number) =>
    Array.from({ length: times }, () => letters[judge.judge({ ...well, ...change }).kind]).join('')
  return { judge, see }
}

test('[S170] a page that paints and shows its scenes in time is well', () => {
  const { see } = judging()
  expect(see({}, 5)).toBe('.....')
  expect(see({ nextSceneInMs: null }, 2)).toBe('..')
  expect(see({ nextSceneInMs: -29_000 }, 2)).toBe('..')
})

test('[S170] a page that shows nothing twice in a row is ended', () => {
  const { see } = judging()
  expect(see({ shows: 'nothing' }, 1) + see({}, 1) + see({ shows: 'nothing' }, 2)).toBe('?.?P')
})

test('[S170] so is one whose next scene is half a minute overdue', () => {
  const { see } = judging()
  expect(see({ nextSceneInMs: -31_000 }, 1) + see({}, 1) + see({ nextSceneInMs: -31_000 }, 2)).toBe('?.?P')
})

test('[S171] without a frame for ten seconds the graphics process is ended, then the page', () => {
  const { judge, see } = judging()
  expect(see({ frames: 0 }, 10)).toBe('????G????P')
  judge.restart()
  expect(see({}, 1) + see({ frames: 0 }, 5)).toBe('.????G')
})

test('[S171] where neither helps, the display may be off: another try every five minutes', () => {
  const { judge, see } = judging()
  see({ frames: 0 }, 10)
  judge.restart()
  expect(see({ frames: 0 }, 300)).toBe(`${'?'.repeat(149)}G`.repeat(2))
  expect(see({}, 1) + see({ frames: 0 }, 5)).toBe('.????G')
})

test('[S171] a TV that was put to sleep need not paint', () => {
  const { see } = judging()
  expect(see({ frames: 0, shows: 'black' }, 50)).toBe('.'.repeat(50))
})
