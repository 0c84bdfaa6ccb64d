import { describe, expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import type { FloorEdit } from '../../wire/floor-edits.ts'
import { floorOf } from '../test-support/test-floor.ts'
import { parseDay } from '../time/calendar-date.ts'
import { createZone } from '../time/zone.ts'
import { sayIn } from '../words/say.ts'
import { scheduleOf } from './schedule.ts'
import { clashesOf } from './schedule-clashes.ts'
import { restOfDay, weekOf } from './schedule-week.ts'
import { whyFirstWords, whyOnWords } from './schedule-words.ts'

const monday = parseDay('2026-11-23')
const wednesday = monday + 2

const office = { playlist: 'floor', days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] }
const push = { ...office, playlist: 'push', hours: { from: '12:30', to: '13:30' } }
const checkIn = { playlist: 'check-in', days: ['wednesday'], hours: { from: '13:00', to: '13:30' } }
const standUp = { playlist: 'stand-up', days: ['monday'], hours: { from: '08:00', to: '09:00' } }
const thanksgiving = { playlist: 'calm', holidays: true }

const bay = floorOf({
  floor: { holidays: [{ on: '2026-11-26', name: 'Thanksgiving' }] },
  screenGroups: [
    {
      id: 'sales',
      name: 'Sales',
      playlist: 'calm',
      schedule: [push, { ...office, hours: { from: '08:00', to: '17:30' } }, thanksgiving],
    },
  ],
  screens: [{ id: 'bay', name: 'Enterprise bay', group: 'sales', schedule: [standUp, checkIn] }],
})

const weekIn = (file: FloorFile) => {
  const [screen] = file.screens
  if (!screen) throw new Error('no screen')
  return weekOf(scheduleOf(file, screen, createZone), monday)
}

const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

const blocksOn = (file: FloorFile, day: number) =>
  weekIn(file)
    .find((each) => each.day === day)
    ?.blocks.map(({ rule, from, to }) => `${clock(from)}–${clock(to)} ${rule?.playlist} (${rule?.strength})`)

describe('[S64] a week', () => {
  test('has a block for each rule that is shown', () => {
    expect(blocksOn(bay, wednesday)).toEqual([
      '0:00–8:00 calm (always)',
      '8:00–12:30 floor (group)',
      '12:30–13:00 push (group)',
      '13:00–13:30 check-in (screen)',
      '13:30–17:30 floor (group)',
      '17:30–24:00 calm (always)',
    ])
    expect(blocksOn(bay, monday + 3)).toEqual(['0:00–24:00 calm (exception)'])
  })

  test('shows what each rule loses, to which and why', () => {
    const lost = weekIn(bay)
      .find(({ day }) => day === wednesday)
      ?.lost.map(({ rule, winner, from, to, why }) => [
        clock(from),
        clock(to),
        rule.playlist,
        winner.playlist,
        why,
      ])
    expect(lost).toEqual([
      ['12:30', '13:00', 'floor', 'push', 'first'],
      ['13:00', '13:30', 'push', 'check-in', 'own'],
      ['13:00', '13:30', 'floor', 'check-in', 'own'],
    ])
    const [exception] = weekIn(bay).find(({ day }) => day === monday + 3)?.lost ?? []
    expect([exception?.winner.playlist, exception?.why]).toEqual(['calm', 'exception'])
  })

  test('the rest of a day begins with what is on', () => {
    const [day] = restOfDay(bay, Date.parse('2026-11-25T13:10:00Z'), createZone)
    expect(day?.screen).toBe('bay')
    expect(day?.blocks.map(({ rule }) => rule?.playlist)).toEqual(['check-in', 'floor', 'calm'])
    expect(day?.blocks[0]?.startsAt).toBe(Date.parse('2026-11-25T13:00:00Z'))
  })
})

const edited = (file: FloorFile, edits: readonly FloorEdit[]): FloorFile => {
  const [edit] = edits
  if (edit?.do !== 'set' || (edit.list !== 'screens' && edit.list !== 'screenGroups'))
    throw new Error('no edit')
  const { list, id, fields } = edit
  const owners = file[list].map((each) => (each.id === id ? { ...each, ...fields } : each))
  return FloorFile.parse({ ...file, [list]: owners })
}

describe('[S65] a clash', () => {
  const clashes = (file: FloorFile) => clashesOf(file, 'bay', monday, createZone)
  const resolution = (file: FloorFile, kind: string) =>
    clashes(file)[0]?.resolutions.find((each) => each.kind === kind)

  test('is where a rule loses much of its hours, not where a short one interrupts it or an exception replaces it', () => {
    expect(
      clashes(bay).map(({ winner, loser, at, lostMinutes, why }) => [
        winner.playlist,
        loser.playlist,
        at,
        lostMinutes,
        why,
      ]),
    ).toEqual([['check-in', 'push', [{ day: wednesday, from: 780, to: 810 }], 30, 'own']])
  })

  test('is none between rules that want the same playlist, and none on a screen that is not there', () => {
    const [screen] = bay.screens
    expect(screen).toBeDefined()
    const same = { ...bay, screens: [{ ...screen, schedule: [{ ...checkIn, playlist: 'push' }] }] }
    expect(clashes(FloorFile.parse(same))).toEqual([])
    expect(clashesOf(bay, 'hall', monday, createZone)).toEqual([])
  })

  test('is said in a sentence', () => {
    const [clash] = clashes(bay)
    expect(clash && whyFirstWords(clash.why, { name: 'Mid-week check-in', ref: clash.winner.ref })).toBe(
      'Mid-week check-in is shown. It is set for this screen, and a screen’s own rule goes before its group’s.',
    )
    const say = sayIn('en-US')
    expect(whyOnWords(clash?.winner ?? null, say)).toBe('a rule of this screen')
    expect(whyOnWords(clash?.loser ?? null, say)).toBe('a rule of its group')
    expect(whyOnWords(null, say)).toBe('nothing is set for this screen')
    expect(whyOnWords(clash?.winner ?? null, sayIn('de-DE'))).toBe('eine Regel dieses Bildschirms')
  })

  test('ends when the rule that wins is moved after the other', () => {
    const move = resolution(bay, 'move-after')
    expect(move?.hours).toEqual({ from: '13:30', to: '14:00' })
    const moved = edited(bay, move?.edits ?? [])
    expect(clashes(moved)).toEqual([])
    expect(blocksOn(moved, wednesday)).toContain('13:30–14:00 check-in (screen)')
  })

  test('ends when the other is let win, also if it is its group’s', () => {
    const after = edited(bay, resolution(bay, 'let-win')?.edits ?? [])
    expect(blocksOn(after, wednesday)).toContain('12:30–13:30 push (screen)')
    expect(after.screenGroups).toEqual(bay.screenGroups)
  })

  test('of two rules of one screen is turned round by their order', () => {
    const [screen] = bay.screens
    const two = FloorFile.parse({
      ...bay,
      screens: [{ ...screen, schedule: [checkIn, { ...push, playlist: 'late' }] }],
    })
    const clash = clashes(two).find(({ loser }) => loser.playlist === 'late')
    const win = clash?.resolutions.find(({ kind }) => kind === 'let-win')
    const after = edited(two, win?.edits ?? [])
    expect(after.screens[0]?.schedule.map(({ playlist }) => playlist)).toEqual(['late', 'check-in'])
  })

  test('is not moved into a third rule, nor past midnight', () => {
    const [screen] = bay.screens
    const with3 = (schedule: object[]) => FloorFile.parse({ ...bay, screens: [{ ...screen, schedule }] })
    const third = { playlist: 'third', days: ['wednesday'], hours: { from: '13:30', to: '14:00' } }
    expect(resolution(with3([checkIn, third]), 'move-after')).toBeUndefined()
    const late = { ...checkIn, hours: { from: '23:00', to: '24:00' } }
    const later = { ...push, playlist: 'late', hours: { from: '22:30', to: '23:30' } }
    expect(resolution(with3([late, later]), 'move-after')).toBeUndefined()
  })
})
