import { expect, test } from 'vitest'
import { AircallCall } from './answers.ts'
import { callFact } from './call-facts.ts'

const at = Date.parse('2026-11-20T15:00:00Z') / 1000
const call = (more: object): AircallCall =>
  AircallCall.parse({
    id: 76259012,
    direction: 'outbound',
    status: 'done',
    started_at: at,
    answered_at: at + 20,
    ended_at: at + 95,
    duration: 95,
    raw_digits: '+1 555 0100',
    contact: { first_name: 'Nicole', last_name: 'Brun' },
    number: { name: 'Sales, New York', digits: '+1 555 0199' },
    user: { id: 71, name: 'Priya Raman', email: 'Priya@Northwind.test', extension: '204' },
    ...more,
  })

test('[N80] its length is the talk from the answer on, and it is whose e-mail address it has', () => {
  expect(callFact(call({}))).toEqual({
    id: 'call:76259012',
    type: 'activity',
    kind: 'call',
    at: '2026-11-20T15:00:00.000Z',
    durationSeconds: 75,
    outcome: 'answered',
    fields: { Direction: 'outbound', Line: 'Sales, New York' },
    credits: [{ rep: 'priya@northwind.test' }],
  })
})

test.each([
  ['one that nobody took', { answered_at: null }, 0, 'no answer'],
  ['one that nobody here took', { answered_at: null, direction: 'inbound' }, 0, 'missed'],
  ['a machine that answered', { voicemail: 'https://voicemail.test/1' }, 75, 'voicemail'],
  ['one that goes on', { ended_at: null, status: 'answered' }, null, null],
])('[N80] %s is told by what came of it', (_, more, durationSeconds, outcome) => {
  expect(callFact(call(more))).toMatchObject({ durationSeconds, outcome })
})

test.each([
  ['by extension without an address', { user: { id: 1, name: 'Desk 4', extension: 204 } }, '204'],
  ['by name without either', { user: { id: 1, name: 'Desk 4', email: '' } }, 'Desk 4'],
  ['of nobody', { user: null }, 'Aircall: nobody'],
])('[N81] whose it is: %s', (_, more, rep) => {
  expect(callFact(call(more)).credits).toEqual([{ rep }])
})

test('[N82] nothing of whom it was with is in the fact', () => {
  expect(JSON.stringify(callFact(call({})))).not.toMatch(/555|Nicole|Brun/)
})
