import { expect, test } from 'vitest'
import { FloorFile } from '../../wire/floor.ts'
import type { MeetingAnswer } from '../../wire/meetings.ts'
import { meetingSheet } from './meeting-sheet.ts'

const noon = Date.parse('2026-11-20T12:00:00Z')
const meeting = {
  id: 'monday',
  name: 'الاجتماع',
  team: null,
  owner: { id: 'noa', name: 'Noa Levi', hasLeft: false },
  nextAt: noon,
}
const late = {
  id: 'a1',
  meeting: { id: 'monday', name: 'الاجتماع' },
  at: noon,
  by: 'Noa Levi',
  isOwn: true,
  version: 1,
  what: 'Call Acme',
  owner: null,
  dueOn: '2026-11-18',
  isOverdue: true,
  done: null,
}
const answer = {
  meeting,
  boards: [],
  withheld: 0,
  open: null,
  past: [],
  notes: [],
  actions: [late],
  people: [],
  mayErase: false,
} as unknown as MeetingAnswer

const sheetOn = (locale: string) => {
  const { floor } = FloorFile.parse({
    floor: { name: 'Floor', timeZone: 'Africa/Cairo', currency: 'EGP', locale },
  })
  return meetingSheet({ floor, answer, views: [], reader: 'Noa Levi', now: noon })
}

test('[B243] where the floor’s language has no words, a sheet’s dates are in the language of its sentences', () => {
  const sheet = sheetOn('ar-EG')
  expect(sheet).toMatchObject({ locale: 'en-EG', direction: 'rtl' })
  expect(sheet.about).toMatch(/^Friday.*November.*2026.* · led by Noa Levi$/)
  expect(sheet.actions.items[0]?.about).toMatch(/^was due on (18 Nov|Nov 18)$/)
  expect(sheet.foot).toMatch(/^Numbers of (20 Nov|Nov 20), 2:00 pm\. Made for Noa Levi\.$/i)
})

test('[B243] where it has words, its dates are as the floor’s', () => {
  expect(sheetOn('de-DE')).toMatchObject({ locale: 'de-DE', direction: 'ltr' })
  expect(sheetOn('de-DE').about).toContain('Freitag, 20. November 2026')
  expect(sheetOn('en-GB').about).toContain('20 November 2026')
})
