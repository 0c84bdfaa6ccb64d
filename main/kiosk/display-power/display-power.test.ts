import { beforeEach, expect, test } from 'vitest'
import type { Heartbeat } from '../../../shared/wire/kiosk.ts'
import { createDisplayPower, type DisplayPower } from './display-power.ts'

const minute = 60_000
const black: Heartbeat = { frames: 0, shows: 'black', nextSceneInMs: null }
const picture: Heartbeat = { frames: 1, shows: 'picture', nextSceneInMs: null }

let turned: string[]
let running: number
let isServiced: boolean
let silence: { readonly ms: number; readonly action: () => void } | null
let power: DisplayPower

beforeEach(() => {
  turned = []
  running = 0
  isServiced = false
  silence = null
  power = createDisplayPower({
    turn: (to) => void turned.push(to),
    isServiced: () => isServiced,
    running: () => running,
    after: (ms, action) => {
      silence = { ms, action }
      return () => {
        silence = null
      }
    },
  })
})

test('[S208] a kiosk that starts switches the display on, whatever it was', () => {
  expect(turned).toEqual(['on'])
})

test('[S208] it is off while the TV is black, and on once it shows something', () => {
  for (const beat of [picture, black, black, picture, picture]) power.heartbeat(beat)
  expect(turned).toEqual(['on', 'off', 'on'])
})

test('[S208] it is on a minute before a sleep of known length ends, and stays so', () => {
  power.heartbeat({ ...black, wakesInMs: 10 * minute })
  power.heartbeat({ ...black, wakesInMs: minute + 1 })
  expect(turned).toEqual(['on', 'off'])
  power.heartbeat({ ...black, wakesInMs: minute })
  power.heartbeat({ ...black, wakesInMs: 1 })
  expect(turned).toEqual(['on', 'off', 'on'])
})

test('[S208] a page that falls silent leaves no dark display', () => {
  power.heartbeat(black)
  expect(silence?.ms).toBe(20_000)
  silence?.action()
  expect(turned).toEqual(['on', 'off', 'on'])
  power.heartbeat(black)
  expect(turned).toEqual(['on', 'off', 'on', 'off'])
})

test('[S208] what else switches it on at night is undone every five minutes', () => {
  power.heartbeat(black)
  running = 5 * minute - 1
  power.heartbeat(black)
  expect(turned).toEqual(['on', 'off'])
  running = 5 * minute
  power.heartbeat(black)
  expect(turned).toEqual(['on', 'off', 'off'])
})

test('[S208] who opens the service menu at night sees it', () => {
  power.heartbeat(black)
  isServiced = true
  power.on()
  power.heartbeat(black)
  expect(turned).toEqual(['on', 'off', 'on'])
  isServiced = false
  power.heartbeat(black)
  expect(turned.at(-1)).toBe('off')
})
