import { expect, test } from 'vitest'
import { dayMs } from '../time/calendar-date.ts'
import { type HeldMeeting, leastShownMs, talkAbout, talkTogether } from './discussed.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const ago = (days: number): number => now - days * dayMs
const held = (days: number, spentMs: number, discussed = false): HeldMeeting => ({
  at: ago(days),
  boards: [{ board: 'wins', spentMs, discussed }],
})

test('[L21] a board is discussed that was on for twenty seconds, or ticked off', () => {
  expect(talkAbout('wins', 'week', [held(3, leastShownMs)], now).lastAt).toBe(ago(3))
  expect(talkAbout('wins', 'week', [held(3, 0, true)], now).lastAt).toBe(ago(3))
  expect(talkAbout('wins', 'week', [held(3, leastShownMs - 1), held(10, 60_000)], now).lastAt).toBe(ago(10))
})

test('[L22] three weeks without a word are wallpaper, and twenty days are not', () => {
  expect(talkAbout('wins', 'week', [held(20, 60_000)], now).silentSince).toBeNull()
  expect(talkAbout('wins', 'week', [held(22, 60_000)], now).silentSince).toBe(ago(22))
  // Shown in each of them, and never for long.
  expect(talkAbout('wins', 'week', [held(1, 2000), held(8, 2000), held(22, 60_000)], now).silentSince).toBe(
    ago(22),
  )
  expect(talkAbout('wins', 'week', [held(1, 0), held(22, 0)], now)).toMatchObject({
    lastAt: null,
    silentSince: ago(22),
  })
})

test('[L22] a board that no meeting has had yet is new, and not silent', () => {
  expect(talkAbout('wins', 'week', [], now)).toEqual({ lastAt: null, silentSince: null, isNew: true })
  const others = [{ at: ago(40), boards: [{ board: 'calls', spentMs: 60_000, discussed: true }] }]
  expect(talkAbout('wins', 'week', others, now).silentSince).toBeNull()
})

test('[L22] a rarer meeting has the patience of two of its periods', () => {
  expect(talkAbout('wins', 'month', [held(60, 60_000)], now).silentSince).toBeNull()
  expect(talkAbout('wins', 'month', [held(63, 60_000)], now).silentSince).toBe(ago(63))
  expect(talkAbout('wins', 'quarter', [held(180, 60_000)], now).silentSince).toBeNull()
})

test('[L22] a board that one meeting talks about is no wallpaper, whatever the others do', () => {
  const silent = talkAbout('wins', 'week', [held(30, 60_000)], now)
  const spoken = talkAbout('wins', 'month', [held(25, 60_000)], now)
  expect(talkTogether([silent, spoken])).toMatchObject({ lastAt: ago(25), silentSince: null })
  expect(talkTogether([silent])).toMatchObject({ lastAt: ago(30), silentSince: ago(30) })
  // One that was never held says nothing for it.
  expect(talkTogether([silent, talkAbout('wins', 'quarter', [], now)]).silentSince).toBe(ago(30))
  expect(talkTogether([])).toMatchObject({ lastAt: null, silentSince: null })
})
