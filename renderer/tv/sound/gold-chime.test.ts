import { expect, test } from 'vitest'
import { createGoldChime, isQuietAt } from './gold-chime.ts'

const stageOf = (
  more: { readonly calm?: boolean; readonly quietHours?: { from: string; to: string } } = {},
) => ({
  screen: {
    id: 'lobby',
    name: 'Lobby',
    timeZone: 'America/New_York',
    calm: more.calm ?? false,
    safeArea: 0,
    rotate: 0,
    volume: 0.5,
    theme: 'night' as const,
    brand: [],
  },
  floor: {
    name: 'Northwind',
    locale: 'en-US',
    currency: 'USD',
    ...(more.quietHours && { quietHours: more.quietHours }),
  },
})

const afternoon = Date.UTC(2026, 10, 20, 19, 41)

const heardOn = (stage: ReturnType<typeof stageOf>, isBusy = false) => {
  const heard: number[] = []
  let running = 0
  const ring = createGoldChime({
    running: () => running,
    feedNow: () => afternoon,
    stage: () => stage,
    isBusy: () => isBusy,
    play: (afterMs) => void heard.push(afterMs),
  })
  return {
    heard,
    ring,
    pass: (ms: number) => {
      running += ms
    },
  }
}

test('[S240] a goal that is passed is heard at the instant at which it is seen', () => {
  const { heard, ring } = heardOn(stageOf())
  ring(430)
  expect(heard).toEqual([430])
})

test('[S240] goals that are passed together are one sound, later ones another', () => {
  const { heard, ring, pass } = heardOn(stageOf())
  for (const afterMs of [300, 410, 520]) ring(afterMs)
  expect(heard).toEqual([300])
  pass(5000)
  ring(300)
  expect(heard).toEqual([300, 300])
})

test('[S240] nothing is heard on a calm screen, in quiet hours, or over a takeover', () => {
  const loud = [
    heardOn(stageOf({ calm: true })),
    heardOn(stageOf({ quietHours: { from: '14:00', to: '15:00' } })),
    heardOn(stageOf(), true),
  ]
  for (const { ring } of loud) ring(300)
  expect(loud.flatMap(({ heard }) => heard)).toEqual([])
})

test('[S240] quiet hours go by the clock of the screen, also past midnight', () => {
  const night = stageOf({ quietHours: { from: '18:30', to: '08:00' } })
  const at = (hour: number, minute: number) => Date.UTC(2026, 10, 20, hour + 5, minute)
  expect(isQuietAt(night, at(18, 29))).toBe(false)
  expect(isQuietAt(night, at(18, 30))).toBe(true)
  expect(isQuietAt(night, at(2, 0))).toBe(true)
  expect(isQuietAt(night, at(8, 0))).toBe(false)
  expect(isQuietAt(stageOf(), at(2, 0))).toBe(false)
})
