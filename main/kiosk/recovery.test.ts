import { expect, test } from 'vitest'
import type { Heartbeat } from '../../shared/wire/kiosk.ts'
import { type After, createRecovery } from './recovery.ts'

const well: Heartbeat = { frames: 1, shows: 'picture', nextSceneInMs: 12_000 }

/** A clock that the test turns, and a page that does nothing by itself. */
function makeWall() {
  let now = 0
  const due: { at: number; action: () => void }[] = []
  const done: string[] = []
  const mended: string[] = []
  const after: After = (ms, action) => {
    const entry = { at: now + ms, action }
    due.push(entry)
    return () => void due.splice(due.indexOf(entry) >>> 0, due.includes(entry) ? 1 : 0)
  }
  const recovery = createRecovery(
    {
      load: () => done.push('load'),
      kill: () => done.push('kill'),
      killGraphics: () => done.push('kill graphics'),
      showRecovering: () => done.push('recovering'),
      report: () => undefined,
      mended: (what) => mended.push(what),
    },
    after,
  )
  const pass = (ms: number) => {
    const end = now + ms
    for (;;) {
      const next = due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0]
      if (next === undefined) break
      due.splice(due.indexOf(next), 1)
      now = next.at
      next.action()
    }
    now = end
  }
  const live = (seconds: number, change: Partial<Heartbeat> = {}) => {
    for (let second = 0; second < seconds; second += 2) {
      recovery.heartbeat({ ...well, ...change })
      pass(2_000)
    }
  }
  const take = () => done.splice(0)
  return { recovery, pass, live, take, mended }
}

test('a page with a heartbeat is left alone', () => {
  const { recovery, live, take } = makeWall()
  recovery.start()
  live(3_600)
  expect(take()).toEqual(['load'])
})

test('what was mended is told once each, the rotation apart from the page', () => {
  const { recovery, pass, live, mended } = makeWall()
  recovery.start()
  live(10)
  recovery.gone('crashed')
  pass(1_000)
  live(10)
  live(4, { nextSceneInMs: -40_000 })
  recovery.gone('killed')
  pass(1_000)
  live(10)
  recovery.gone('killed')
  pass(1_000)
  expect(mended).toEqual(['page', 'rotation', 'page'])
})

test('a page that crashes is loaded again a quarter second later, not at once', () => {
  const { recovery, pass, live, take } = makeWall()
  recovery.start()
  live(10)
  recovery.gone('crashed')
  pass(249)
  expect(take()).toEqual(['load'])
  pass(1)
  expect(take()).toEqual(['load'])
})

test('a page that goes silent is ended after 15 s, and loaded again once it is gone', () => {
  const { recovery, pass, live, take } = makeWall()
  recovery.start()
  live(10)
  take()
  pass(12_999)
  expect(take()).toEqual([])
  pass(1)
  expect(take()).toEqual(['kill'])
  recovery.gone('killed')
  pass(250)
  expect(take()).toEqual(['load'])
})

test('a page whose end is never reported is loaded again all the same', () => {
  const { recovery, pass, live, take } = makeWall()
  recovery.start()
  live(2)
  pass(13_000)
  take()
  pass(5_000)
  expect(take()).toEqual(['load'])
})

test('a page that never shows a heartbeat is ended after 30 s', () => {
  const { recovery, pass, take } = makeWall()
  recovery.start()
  pass(30_000)
  expect(take()).toEqual(['load', 'kill'])
})

test('after three tries the wall says that it recovers, and tries again after 1, 2, 5, 5 … minutes', () => {
  const { recovery, pass, take } = makeWall()
  const crash = () => {
    recovery.gone('crashed')
    pass(250)
  }
  recovery.start()
  for (let n = 0; n < 4; n += 1) crash()
  expect(take()).toEqual(['load', 'load', 'load', 'load', 'recovering'])
  for (const minutes of [1, 2, 5, 5, 5]) {
    pass(minutes * 60_000 - 1)
    expect(take()).toEqual([])
    pass(1)
    crash()
    expect(take()).toEqual(['load', 'recovering'])
  }
})

test('a page that loads and breaks again is still broken: only a minute of heartbeats gives the tries back', () => {
  const { recovery, pass, live, take } = makeWall()
  const crashAfter = (seconds: number) => {
    live(seconds)
    recovery.gone('crashed')
    pass(250)
  }
  recovery.start()
  for (let n = 0; n < 4; n += 1) crashAfter(58)
  expect(take()).toEqual(['load', 'load', 'load', 'load', 'recovering'])
  pass(60_000)
  crashAfter(62)
  expect(take()).toEqual(['load', 'load'])
})

test('a crash of the recovering page itself changes nothing', () => {
  const { recovery, pass, take } = makeWall()
  recovery.start()
  for (let n = 0; n < 4; n += 1) {
    recovery.gone('crashed')
    pass(250)
  }
  take()
  recovery.gone('crashed')
  pass(59_000)
  expect(take()).toEqual([])
})

test('the silence of a machine that slept is not the page’s', () => {
  const { recovery, pass, live, take } = makeWall()
  recovery.start()
  live(2)
  pass(12_000)
  recovery.woke()
  pass(14_000)
  expect(take()).toEqual(['load'])
})

test('a wall that is being left is not brought back', () => {
  const { recovery, pass, live, take } = makeWall()
  recovery.start()
  live(2)
  recovery.stop()
  recovery.gone('killed')
  pass(600_000)
  expect(take()).toEqual(['load'])
})

test('[S170] a page that shows nothing is ended after two heartbeats, and loaded again', () => {
  const { recovery, pass, live, take } = makeWall()
  recovery.start()
  live(10)
  live(4, { shows: 'nothing' })
  expect(take()).toEqual(['load', 'kill'])
  recovery.gone('killed')
  pass(250)
  expect(take()).toEqual(['load'])
})

test('[S170] a page that shows nothing yet is given its half minute', () => {
  const { recovery, live, take } = makeWall()
  recovery.start()
  live(28, { shows: 'nothing' })
  expect(take()).toEqual(['load'])
  live(4, { shows: 'nothing' })
  expect(take()).toEqual(['kill'])
})

test('[S171] without frames the graphics process is ended first, and the page stays', () => {
  const { recovery, live, take } = makeWall()
  recovery.start()
  live(10)
  live(10, { frames: 0 })
  live(60)
  expect(take()).toEqual(['load', 'kill graphics'])
})

test('[S173] only a minute of good heartbeats gives the tries back: bad ones in between begin it anew', () => {
  const { recovery, pass, live, take } = makeWall()
  recovery.start()
  for (let n = 0; n < 4; n += 1) {
    live(40)
    live(2, { frames: 0 })
    live(40)
    recovery.gone('crashed')
    pass(250)
  }
  expect(take()).toEqual(['load', 'load', 'load', 'load', 'recovering'])
})

test('[S172] a picture of one colour ends the graphics process and the page', () => {
  const { recovery, live, take } = makeWall()
  recovery.start()
  expect(recovery.expectsPicture()).toBe(false)
  live(2)
  expect(recovery.expectsPicture()).toBe(true)
  recovery.oneColour()
  expect(take()).toEqual(['load', 'kill graphics', 'kill'])
  expect(recovery.expectsPicture()).toBe(false)
})

test('[S172] of a TV that was put to sleep no picture is expected', () => {
  const { recovery, live } = makeWall()
  recovery.start()
  live(4, { shows: 'black' })
  expect(recovery.expectsPicture()).toBe(false)
})

test('[S174] a page that has left is ended at once', () => {
  const { recovery, live, take } = makeWall()
  recovery.start()
  live(2)
  recovery.astray('about:blank')
  expect(take()).toEqual(['load', 'kill'])
})

test('[S198] a page that is recycled is loaded anew, which is neither a failure nor counted as one', () => {
  const { recovery, pass, live, take, mended } = makeWall()
  recovery.start()
  expect(recovery.recycle()).toBe(false)
  for (let n = 0; n < 5; n += 1) {
    live(4)
    expect(recovery.recycle()).toBe(true)
    recovery.gone('killed')
    pass(250)
  }
  expect(take()).toEqual(['load', ...Array.from({ length: 5 }, () => ['kill', 'load']).flat()])
  expect(mended).toEqual([])
  live(4)
  recovery.recycle()
  pass(5_000)
  expect(take()).toEqual(['kill', 'load'])
})

test('[S175] what was loading when the network process was ended is loaded again', () => {
  const { recovery, pass, live, take } = makeWall()
  recovery.start()
  recovery.networkEnded()
  pass(250)
  expect(take()).toEqual(['load', 'load'])
  live(2)
  recovery.networkEnded()
  pass(2_000)
  expect(take()).toEqual([])
})
