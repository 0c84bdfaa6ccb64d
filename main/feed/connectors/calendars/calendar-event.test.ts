import { expect, test } from 'vitest'
import { type CalendarEvent, judgeMeeting, meetingId, meetingOfId } from './calendar-event.ts'

const priya = 'priya@northwind.test'
const marcus = 'marcus@northwind.test'
const at = Date.parse('2026-11-20T15:00:00Z')
const guest = (email: string, declined = false, isResource = false) => ({ email, declined, isResource })
const event = (more: Partial<CalendarEvent>): CalendarEvent => ({
  uid: 'ev1@google.com',
  instance: null,
  start: at,
  end: at + 1_800_000,
  isCancelled: false,
  isMeeting: true,
  organizer: priya,
  guests: [guest('ann@acme.test')],
  hidesGuests: false,
  hidesResponses: false,
  title: 'Demo for Acme',
  ...more,
})
const parts = {
  people: [marcus, priya],
  domains: new Set(['northwind.test']),
  noShow: ['no show', 'no-show'],
  now: at + 3_600_000,
}
const judge = (more: Partial<CalendarEvent>, calendar = priya) => judgeMeeting(event(more), calendar, parts)
const held = (more: Partial<CalendarEvent>, calendar = priya) => {
  const judged = judge(more, calendar)
  return judged.is === 'fact' && judged.fact.type === 'activity' ? judged.fact : judged.is
}

test('[N90] a meeting that is over, with one of us and one from outside, was held; nothing in it says with whom', () => {
  expect(held({})).toEqual({
    id: 'meeting:ev1@google.com',
    type: 'activity',
    kind: 'meeting',
    at: '2026-11-20T15:00:00.000Z',
    durationSeconds: 1800,
    outcome: 'held',
    fields: { 'From outside': 1 },
    credits: [{ rep: priya }],
  })
})

test.each([
  ['one that is not over', { end: at + 7_200_000 }],
  ['one of whole days', { start: null, end: null }],
  ['a day off', { isMeeting: false }],
  ['one among us', { guests: [guest(marcus), guest('sam@hr.northwind.test')] }],
  ['one with a room', { guests: [guest('room-4@resource.calendar.google.com', false, true)] }],
  ['one that everybody from outside declined', { guests: [guest('ann@acme.test', true)] }],
  ['one that none of us went to', { guests: [guest('ann@acme.test'), guest(priya, true)] }],
  ['one that a colleague had, who is nobody on the floor', { organizer: 'sam@northwind.test' }],
])('[N90] %s was none', (_, more) => {
  expect(held(more)).toBe('none')
})

test('[N90] what a calendar has no more is looked for in the others, unless it is to come', () => {
  expect(held({ isCancelled: true })).toBe('doubtful')
  expect(held({ isCancelled: true, end: null })).toBe('doubtful')
  expect(held({ isCancelled: true, end: at + 7_200_000 })).toBe('none')
})

test('[N91] a title that says that nobody came makes it a no-show', () => {
  expect(held({ title: 'NO SHOW – Demo for Acme' })).toMatchObject({ outcome: 'no show' })
  expect(held({ title: 'Shows for Acme' })).toMatchObject({ outcome: 'held' })
})

test('[N92] one meeting is one fact, in whichever calendar it is seen, and is shared by all of us who were there', () => {
  const both = { guests: [guest('ann@acme.test'), guest(marcus)] }
  expect(held(both, marcus)).toEqual(held(both, priya))
  expect(held(both)).toMatchObject({
    credits: [
      { rep: marcus, share: 0.5 },
      { rep: priya, share: 0.5 },
    ],
  })
})

test('[N92] where guests do not see one another, the organiser’s copy counts; of an outside organiser each has their own', () => {
  const hidden = { hidesGuests: true, guests: [guest(marcus), guest('ann@acme.test')] }
  expect(held({ ...hidden, guests: [guest(marcus)] }, marcus)).toBe('unseen')
  expect(held(hidden, priya)).toMatchObject({ id: 'meeting:ev1@google.com' })
  const theirs = { ...hidden, organizer: 'bo@globex.test', guests: [guest(marcus)] }
  expect(held(theirs, marcus)).toMatchObject({
    id: `meeting:ev1@google.com||${marcus}`,
    credits: [{ rep: marcus }],
  })
})

test('[N92] where responses are known to the organiser alone, theirs decides; of an outside one, each copy whose owner did not decline', () => {
  const hidden = { hidesResponses: true, guests: [guest(marcus), guest('ann@acme.test')] }
  expect(held(hidden, marcus)).toBe('unseen')
  expect(held(hidden, priya)).toMatchObject({ credits: [{ rep: marcus }, { rep: priya }] })
  const theirs = { ...hidden, organizer: 'bo@globex.test', guests: [guest(marcus), guest(priya)] }
  expect(held(theirs, marcus)).toEqual(held(theirs, priya))
  expect(held({ ...theirs, guests: [guest(marcus, true), guest(priya)] }, marcus)).toBe('doubtful')
})

test.each([
  { uid: 'ev1@google.com', instance: null, calendar: null },
  { uid: '04|00%7C', instance: at, calendar: null },
  { uid: 'ev1@google.com', instance: at, calendar: marcus },
])('[N92] a meeting is found by its id: %j', (meeting) => {
  expect(meetingOfId(meetingId(meeting))).toEqual(meeting)
})
