import { describe, expect, test } from 'vitest'
import { AnnouncementBoard, AnnouncementView } from '../../../wire/boards/announcement-board.ts'
import { createTestFloor, floorOf, team } from '../../test-support/test-floor.ts'
import { announcementFaults } from './announcement-faults.ts'
import { createAnnouncementView } from './announcement-view.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const file = floorOf({
  floor: { timeZone: 'America/New_York' },
  teams: [team('east', { name: 'East Coast' }), team('london', { timeZone: 'Europe/London' })],
})

const boardOf = (more: object = {}) =>
  AnnouncementBoard.parse({ id: 'a', title: 'Kick-off', kind: 'announcement', ...more })

const viewOf = (more: object = {}): AnnouncementView =>
  AnnouncementView.parse(createAnnouncementView(createTestFloor(file).numbers, boardOf(more)).compute(now))

const countdownTo = (text: string, more: object = {}): string =>
  new Date(viewOf({ countdownTo: text, ...more }).countdown?.to ?? Number.NaN).toISOString()

describe('an announcement', () => {
  test('[B81] is its title, and what there is of text, picture and video', () => {
    expect(viewOf()).toMatchObject({
      title: 'Kick-off',
      text: [],
      picture: null,
      video: null,
      countdown: null,
    })
    const full = viewOf({ text: '**Now**', picture: '/media/a.jpg', video: 'https://films.example/a' })
    expect(full).toMatchObject({ picture: '/media/a.jpg', video: 'https://films.example/a' })
    expect(full.text).toEqual([{ kind: 'paragraph', runs: [{ text: 'Now', bold: true, italic: false }] }])
  })

  test('[B83] counts down to what clocks show where the floor is, or where its team is', () => {
    expect(countdownTo('2026-12-31 17:30')).toBe('2026-12-31T22:30:00.000Z')
    expect(countdownTo('2026-12-31T17:30')).toBe('2026-12-31T22:30:00.000Z')
    expect(countdownTo('2026-12-31 17:30', { scope: { team: 'london' } })).toBe('2026-12-31T17:30:00.000Z')
    expect(countdownTo('2027-01-01')).toBe('2027-01-01T05:00:00.000Z')
  })

  test('[B83] counts down to an instant as it is, and past an hour that a clock change skips', () => {
    expect(countdownTo('2026-12-31T17:30:00Z', { scope: { team: 'east' } })).toBe('2026-12-31T17:30:00.000Z')
    expect(countdownTo('2027-03-14 02:30')).toBe('2027-03-14T07:30:00.000Z')
  })

  test('[B83] says what to say afterwards, or nothing', () => {
    expect(viewOf({ countdownTo: '2026-12-31' }).countdown?.afterwards).toBeNull()
    expect(viewOf({ countdownTo: '2026-12-31', afterwards: 'Done' }).countdown?.afterwards).toBe('Done')
  })

  test('[B84] is not taken with an address that a wall would not open, or a time that is none', () => {
    const isTaken = (more: object) =>
      AnnouncementBoard.safeParse({ id: 'a', title: 'A', kind: 'announcement', ...more }).success
    for (const picture of [
      'http://x.io/a.png',
      'javascript:alert(1)',
      'data:image/png;base64,',
      '/media/a.svg',
    ])
      expect([picture, isTaken({ picture })]).toEqual([picture, false])
    expect(isTaken({ video: '/media/a.gif' })).toBe(false)
    expect(isTaken({ video: '/media/a.MP4' })).toBe(true)
    for (const to of [
      '2026-02-30',
      '2026-02-30 10:00',
      '2026-12-31 25:00',
      'tomorrow',
      '2026-12-31T17:30:00',
    ])
      expect([to, isTaken({ countdownTo: to })]).toEqual([to, false])
    expect(isTaken({ text: 'x'.repeat(2001) })).toBe(false)
    expect(isTaken({ title: '\u200b' })).toBe(false)
    expect(isTaken({ countdownTo: '2026-12-31', afterwards: '\u200b' })).toBe(false)
  })
})

const faultsOf = (more: object, parts: object = {}) =>
  announcementFaults(boardOf(more), floorOf({ ...parts }), ['boards', 0]).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  )

describe('the faults of an announcement', () => {
  const words = (count: number) => 'seven letters '.repeat(count / 2).trim()

  test('[B85] a text that fits on a screen has none; one that does not is refused where it stands', () => {
    expect(faultsOf({ text: words(150) })).toEqual([])
    expect(faultsOf({ title: 'T'.repeat(120), text: words(40) })).toEqual([])
    expect(faultsOf({ text: 'x\n\n'.repeat(40) })).toEqual([
      'boards.0.text is more than a screen holds in letters that are read from a desk; say it in fewer words',
    ])
  })

  test('[B85] a picture and a countdown leave less room', () => {
    const text = words(120)
    expect(faultsOf({ text })).toEqual([])
    expect(faultsOf({ text, picture: '/media/a.png', countdownTo: '2026-12-31' })).toEqual([
      'boards.0.text is more than a screen holds beside the picture and the countdown in letters that are read from a desk; say it in fewer words',
    ])
  })

  test('[B85] so does a screen that hides much of its edges', () => {
    const text = words(190)
    const screens = [{ id: 's', name: 'S', playlist: 'p', safeArea: 0.15 }]
    expect(faultsOf({ text })).toEqual([])
    expect(faultsOf({ text }, { screens })).toHaveLength(1)
  })

  test('[B82] a text that comes to nothing is refused', () => {
    for (const text of ['---', '_'.repeat(2000), '\u200b', '![](a.png)'])
      expect(faultsOf({ text })).toEqual([
        'boards.0.text comes to nothing that can be read; write words, or leave it out',
      ])
    expect(faultsOf({ text: 'Now\n\n---\n\nThen' })).toEqual([])
    expect(faultsOf({ text: '[a]: b' })).toEqual([])
  })

  test('[B83] nothing is said after no countdown', () => {
    expect(faultsOf({ afterwards: 'Done' })).toEqual([
      'boards.0.afterwards is said when a countdown is over; add countdownTo',
    ])
  })
})
