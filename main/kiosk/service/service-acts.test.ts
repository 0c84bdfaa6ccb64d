import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import type { KioskOptions } from '../options.ts'
import { createServiceActs } from './service-acts.ts'

const feed = 'https://floor.example:4400'
let folder: string
let done: string[]
let isPaired: boolean
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floorboard-acts-'))
  done = []
  isPaired = true
})
afterEach(() => rmSync(folder, { recursive: true }))

const note = (what: string) => void done.push(what)
const setUpFile = () => join(folder, 'set-up.json')
const acts = (
  options: KioskOptions = {},
  { feedUrl = feed, isSupervised = true }: { feedUrl?: string | null; isSupervised?: boolean } = {},
) =>
  createServiceActs({
    options,
    setUpFile: setUpFile(),
    feedUrl: () => feedUrl,
    tokens: {
      load: async () => (isPaired ? 'fb_screen_x' : null),
      save: async () => undefined,
      forget: async () => note('token forgotten'),
    },
    lastGood: { save: (json) => note(`numbers ${json}`), settled: async () => undefined },
    picture: { forget: () => note('picture forgotten') },
    guard: { forget: async () => note('PIN forgotten') },
    forgetFloor: async () => note('floor forgotten'),
    exit: { isSupervised, leave: () => note('left'), startAnew: () => note('started anew') },
    load: () => note('loaded'),
    journal: { info: note, warn: note, error: note },
  })

test('[S206] what can be done depends on how this TV was started', async () => {
  expect(await acts().possible()).toEqual(['pair', 'set-up', 'restart'])
  expect(await acts({ feed }).possible()).toEqual(['pair', 'restart'])
  expect(await acts({ token: 'given' }).possible()).toEqual(['set-up', 'restart'])
  isPaired = false
  expect(await acts({}, { isSupervised: false }).possible()).toEqual(['set-up', 'restart', 'leave'])
  expect(await acts({ 'power-off': 'true' }, { feedUrl: null }).possible()).toEqual(['restart', 'power-off'])
})

test('[S206] paired anew it forgets its token and its numbers; for another floor all else too', async () => {
  await acts().act('pair')
  expect(done).toEqual(['token forgotten', 'numbers {}', 'picture forgotten', 'loaded'])
  done = []
  writeFileSync(setUpFile(), '{}')
  await acts().act('set-up')
  expect(done).toEqual(['floor forgotten', 'PIN forgotten', 'started anew'])
  expect(existsSync(setUpFile())).toBe(false)
})

test('what is not offered is not done', async () => {
  for (const act of ['leave', 'power-off'] as const) await acts().act(act)
  await acts({ feed }).act('set-up')
  expect(done).toEqual([])
})

test('it restarts, leaves, and shuts the computer down by the owner’s command', async () => {
  await acts().act('restart')
  await acts({}, { isSupervised: false }).act('leave')
  expect(done).toEqual(['started anew', 'left'])
  const file = join(folder, 'off')
  await acts({ 'power-off': `echo off > ${file}` }).act('power-off')
  await eventually(() => expect(readFileSync(file, 'utf8')).toContain('off'))
})
