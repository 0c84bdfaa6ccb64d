import { beforeEach, expect, test } from 'vitest'
import type { ServiceState } from '../../../shared/wire/service.ts'
import { createServiceMenu, type ServiceMenu } from './service-menu.ts'

const opening = ['Up', 'Up', 'Down', 'Down', 'Left', 'Right', 'Left', 'Right'].map((arrow) => `Arrow${arrow}`)
const known = {
  version: '1',
  name: 'tv',
  addresses: [],
  feedUrl: null,
  runningMs: 0,
  recoveries: null,
  acts: ['restart'],
} as const

let shown: ServiceState[]
let acts: string[]
let isSet: boolean
let waitMs: number
let idle: { readonly ms: number; readonly action: () => void } | null
let menu: ServiceMenu

beforeEach(() => {
  shown = []
  acts = []
  isSet = true
  waitMs = 0
  idle = null
  menu = createServiceMenu({
    guard: {
      isSet: () => isSet,
      waitMs: () => waitMs,
      try: async (pin) => (waitMs > 0 ? 'waits' : pin === '482913' ? 'right' : 'wrong'),
    },
    show: (state) => void shown.push(state),
    facts: async () => known,
    act: async (act) => void acts.push(act),
    running: () => 0,
    after: (ms, action) => {
      idle = { ms, action }
      return () => {
        idle = null
      }
    },
    report: () => undefined,
  })
})

const press = (keys: readonly string[]) => keys.map((key) => menu.press(key))

test('[S200] the sequence opens it, and its last key is for nobody else', () => {
  expect(press([...opening, 'Enter'])).toEqual([...opening.map(() => false), true])
  expect(menu.stands()).toBe(true)
  expect(shown).toEqual([{ kind: 'locked', waitMs: 0, wasWrong: false }])
})

test('[S201] without a PIN it is open at once', async () => {
  isSet = false
  press([...opening, 'Enter'])
  expect(shown).toEqual([{ kind: 'open' }])
  expect(await menu.request({ kind: 'look' })).toEqual(known)
})

test('[S202] it says and does nothing before the right PIN', async () => {
  const askAll = async () => {
    expect(await menu.request({ kind: 'look' })).toBeNull()
    expect(await menu.request({ kind: 'act', act: 'restart' })).toBeNull()
    expect(acts).toEqual([])
  }
  await askAll()
  // A page that makes it up alone opens nothing.
  await menu.request({ kind: 'pin', pin: '482913' })
  await askAll()
  press([...opening, 'Enter'])
  await askAll()
  await menu.request({ kind: 'pin', pin: '1234' })
  expect(shown.at(-1)).toEqual({ kind: 'locked', waitMs: 0, wasWrong: true })
  await askAll()
  await menu.request({ kind: 'pin', pin: '482913' })
  expect(shown.at(-1)).toEqual({ kind: 'open' })
  await menu.request({ kind: 'act', act: 'restart' })
  expect(acts).toEqual(['restart'])
})

test('[S203] it says how long it waits', async () => {
  waitMs = 60_000
  press([...opening, 'Enter'])
  await menu.request({ kind: 'pin', pin: '482913' })
  expect(shown.at(-1)).toEqual({ kind: 'locked', waitMs: 60_000, wasWrong: false })
})

test('[S204] a minute after the last key it closes by itself, and asks for the PIN again', async () => {
  press([...opening, 'Enter'])
  await menu.request({ kind: 'pin', pin: '482913' })
  const before = idle
  press(['ArrowDown'])
  expect(idle).not.toBe(before)
  expect(idle?.ms).toBe(60_000)
  idle?.action()
  expect(menu.stands()).toBe(false)
  expect(shown.at(-1)).toEqual({ kind: 'closed' })
  press([...opening, 'Enter'])
  expect(shown.at(-1)?.kind).toBe('locked')
})

test('[S204] it closes when it is asked to, once, and its page may be gone', async () => {
  press([...opening, 'Enter'])
  await menu.request({ kind: 'close' })
  menu.close()
  expect(shown.map(({ kind }) => kind)).toEqual(['locked', 'closed'])
})
