// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { createHeartbeat, drawnIn } from './heartbeat.ts'

interface Page {
  readonly isAsleep?: boolean
  readonly wakesAt?: number | null
  readonly nothing?: boolean
  readonly nextSceneAt?: number
}

const open = ({ isAsleep = false, wakesAt = null, nothing = false, nextSceneAt = 20_000 }: Page = {}) => {
  let asked: (() => void)[] = []
  const beat = createHeartbeat({
    onFrame: (draw) => asked.push(draw),
    isAsleep: () => isAsleep,
    wakesAt: () => wakesAt,
    drawn: () => (nothing ? 'nothing' : 'picture'),
    nextSceneAt: () => nextSceneAt,
    now: () => 5_000,
  })
  const paint = (): number => {
    const due = asked
    asked = []
    for (const draw of due) draw()
    return due.length
  }
  return { beat, paint }
}

test('[S170] one frame is asked for with each heartbeat, and told once it is painted', () => {
  const { beat, paint } = open()
  expect(paint()).toBe(1)
  expect(beat()).toEqual({ frames: 1, shows: 'picture', nextSceneInMs: 15_000 })
  expect(beat().frames).toBe(0)
  expect(paint()).toBe(1)
  expect(beat().frames).toBe(1)
})

test('[S170] a page that paints nothing is not asked again and again', () => {
  const { beat, paint } = open()
  for (let n = 0; n < 10; n += 1) expect(beat().frames).toBe(0)
  expect(paint()).toBe(1)
})

test('[S170] the black of a TV put to sleep is not nothing', () => {
  expect(open({ isAsleep: true, nothing: true }).beat().shows).toBe('black')
  expect(open({ nothing: true }).beat().shows).toBe('nothing')
})

test('[S170] a scene that has no end is never due', () => {
  expect(open({ nextSceneAt: Number.POSITIVE_INFINITY }).beat().nextSceneInMs).toBeNull()
  expect(open({ nextSceneAt: 1_000 }).beat().nextSceneInMs).toBe(-4_000)
})

afterEach(() => document.body.replaceChildren())

const sized = (element: Element, width: number, height: number): void => {
  element.getBoundingClientRect = () => new DOMRect(0, 0, width, height)
}

const all = (height: number): void => {
  for (const each of document.querySelectorAll('*')) sized(each, 100, height)
}

test('[S170] something is drawn where a board or words have a size', () => {
  expect(drawnIn(document)).toBe('nothing')
  document.body.innerHTML = '<div class="scene" data-leaving><p>going</p></div><div class="scene"></div>'
  all(100)
  expect(drawnIn(document)).toBe('nothing')
  document.body.innerHTML = '<section class="empty"><h2 class="empty-headline">Looking</h2></section>'
  all(0)
  expect(drawnIn(document)).toBe('nothing')
  all(20)
  expect(drawnIn(document)).toBe('picture')
})

test('[S193] a board is one alone where nothing lies over it', () => {
  document.body.innerHTML = '<div class="scene"><p>Wins</p></div><div id="over"></div>'
  all(100)
  expect(drawnIn(document)).toBe('board')
  for (const over of ['takeover', 'pairing', 'set-up', 'identify', 'new-floor-chip', 'empty-headline']) {
    document.querySelector('#over')?.setAttribute('class', over)
    expect([over, drawnIn(document)]).toEqual([over, 'picture'])
  }
})

test('[S208] a TV that sleeps says in how long it wakes, where it knows', () => {
  expect(open({ isAsleep: true, wakesAt: 65_000 }).beat()).toMatchObject({
    shows: 'black',
    wakesInMs: 60_000,
  })
  expect(open({ isAsleep: true }).beat()).not.toHaveProperty('wakesInMs')
})
