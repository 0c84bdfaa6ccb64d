import { expect, test } from 'vitest'
import type { ProgramReport, WentBack } from '../../../shared/wire/updates.ts'
import {
  chooseFirst,
  hearReport,
  noRollout,
  onTheirWay,
  othersFrom,
  type Rollout,
  releaseToAll,
} from './judge-turn.ts'

const minute = 60_000

/** A feed that offers 0.2.0, and screens whose kiosks speak to it. */
const open = (live: readonly string[] = ['lobby', 'kitchen', 'stairs']) => {
  let rollout: Rollout = noRollout
  let now = 0
  return {
    say(screen: string, version: string, more: Partial<ProgramReport> = {}) {
      const heard = hearReport(rollout, {
        report: {
          screen,
          version,
          platform: 'linux-x64',
          wentBack: null,
          updates: true,
          found: null,
          begins: false,
          ...more,
        },
        screen,
        offered: '0.2.0',
        live: () => live,
        now,
      })
      rollout = heard.rollout
      return heard.take
    },
    pass(ms: number) {
      now += ms
    },
    change(by: (rollout: Rollout) => Rollout) {
      rollout = by(rollout)
    },
    rollout: () => rollout,
  }
}

/** All of them have said what they run. */
const openKnown = () => {
  const feed = open()
  for (const screen of ['stairs', 'kitchen', 'lobby']) feed.say(screen, '0.1.0')
  return feed
}

const back = (version: string): WentBack => ({ version, at: 5, why: 'not-painted' })

test('[S214] a new version is one screen’s first: the first in the list that is live', () => {
  const feed = openKnown()
  expect(feed.say('kitchen', '0.1.0')).toBe('no')
  expect(feed.say('lobby', '0.1.0')).toBe('tonight')
  expect(feed.say('stairs', '0.1.0')).toBe('no')
})

test('[S214] once the first one has begun, no other one begins, though it is not there at the moment', () => {
  const feed = open(['kitchen', 'stairs'])
  for (const screen of ['stairs', 'kitchen', 'lobby']) feed.say(screen, '0.1.0')
  expect(feed.say('lobby', '0.1.0')).toBe('no')
  expect(feed.say('kitchen', '0.1.0', { begins: true })).toBe('tonight')
  const gone = feed.rollout()
  for (const live of [['stairs'], ['lobby', 'stairs']])
    for (const screen of live) {
      const report = {
        screen,
        version: '0.1.0',
        platform: 'linux-x64',
        wentBack: null,
        updates: true,
        found: null,
        begins: true,
      }
      expect(hearReport(gone, { report, screen, offered: '0.2.0', live: () => live, now: minute }).take).toBe(
        'no',
      )
    }
})

test('[S214] the screen that somebody chose goes first, also where another one had begun and does not run it', () => {
  const feed = openKnown()
  expect(feed.say('lobby', '0.1.0', { begins: true })).toBe('tonight')
  feed.change((rollout) => chooseFirst(rollout, 'stairs'))
  expect(feed.say('lobby', '0.1.0')).toBe('no')
  expect(feed.say('stairs', '0.1.0')).toBe('tonight')
})

test('[S214] the others follow once the first has been on it for an hour, and is still there', () => {
  const feed = openKnown()
  feed.say('lobby', '0.1.0')
  feed.pass(10 * minute)
  feed.say('lobby', '0.2.0')
  const [staged] = onTheirWay(feed.rollout())
  expect(staged && othersFrom(feed.rollout(), staged)).toBe(70 * minute)
  feed.pass(59 * minute)
  feed.say('lobby', '0.2.0')
  expect(feed.say('kitchen', '0.1.0')).toBe('no')
  // An hour has passed, and nobody knows how the first one is.
  feed.pass(10 * minute)
  expect(feed.say('kitchen', '0.1.0')).toBe('no')
  feed.say('lobby', '0.2.0')
  expect(feed.say('kitchen', '0.1.0')).toBe('tonight')
})

test('[S214] all screens now: nobody waits any more, not for the night either', () => {
  const feed = openKnown()
  feed.change((rollout) => releaseToAll(rollout, '0.2.0'))
  for (const screen of ['lobby', 'kitchen', 'stairs']) expect(feed.say(screen, '0.1.0')).toBe('now')
  expect(feed.say('lobby', '0.2.0')).toBe('no')
})

test('[S215] a version that one TV went back from is offered to nobody again, whatever was said before', () => {
  const feed = openKnown()
  feed.say('lobby', '0.1.0')
  feed.change((rollout) => releaseToAll(rollout, '0.2.0'))
  expect(feed.say('lobby', '0.1.0', { wentBack: back('0.2.0') })).toBe('no')
  for (const screen of ['lobby', 'kitchen', 'stairs']) expect(feed.say(screen, '0.1.0')).toBe('no')
  expect(feed.rollout().wentBack).toEqual([{ screen: 'lobby', ...back('0.2.0') }])
  expect(onTheirWay(feed.rollout())).toEqual([])
  // It says so for ever; it is noted once.
  feed.say('lobby', '0.1.0', { wentBack: back('0.2.0') })
  expect(feed.rollout().wentBack).toHaveLength(1)
})

test('[S214] nobody is sent back to an older version', () => {
  expect(openKnown().say('lobby', '0.3.0')).toBe('no')
})

test('[S214] a version of somebody else’s channel is staged in the same way', () => {
  const feed = openKnown()
  expect(feed.say('stairs', '0.1.0', { found: '0.4.0' })).toBe('no')
  expect(feed.say('lobby', '0.1.0', { found: '0.4.0' })).toBe('tonight')
})

test('[S214] each kind of computer has a first screen of its own', () => {
  const feed = openKnown()
  feed.say('lobby', '0.1.0')
  expect(feed.say('stairs', '0.1.0', { platform: 'linux-arm64' })).toBe('tonight')
  expect(feed.say('kitchen', '0.1.0')).toBe('no')
})

test('[S214] a kiosk that takes no versions by itself is known, asked to take none, and never first', () => {
  const feed = openKnown()
  expect(feed.say('lobby', '0.1.0', { updates: false })).toBe('no')
  expect(feed.say('kitchen', '0.1.0')).toBe('tonight')
  feed.say('kitchen', '0.2.0')
  feed.say('stairs', '0.2.0')
  expect(onTheirWay(feed.rollout())).toEqual([])
})
