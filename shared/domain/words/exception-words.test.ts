import { describe, expect, test } from 'vitest'
import type { ExceptionWhy } from '../../wire/exceptions.ts'
import { createExceptionWords } from './exception-words.ts'
import { createFormat } from './format.ts'

const metric = (id: string, name: string, unit: 'count' | 'money' = 'count') => ({
  id,
  name,
  noun: name.toLowerCase(),
  objective: '',
  unit,
  indicator: 'input' as const,
  better: 'higher' as const,
})
const dials = metric('dials', 'Dials')
const meetings = metric('meetings', 'Meetings')
const pair = {
  input: dials,
  outcome: meetings,
  from: '2026-11-06',
  until: '2026-11-20',
  days: 11,
  made: 340,
  came: 1,
  usual: 8.87,
}
const value = {
  kind: 'value' as const,
  metric: meetings,
  window: 'Week of Nov 16',
  start: '2026-11-16',
  value: 1,
  limit: 2,
  than: 'below' as const,
  by: null,
}

const all: readonly (readonly [ExceptionWhy, string])[] = [
  [{ kind: 'overdue', on: '2026-11-16', days: 3 }, 'It was to close on Nov 16.'],
  [{ kind: 'untouched', on: '2026-11-01', days: 19 }, 'Nobody has touched it since Nov 1.'],
  [{ kind: 'untouched', on: null, days: 50 }, 'Nobody has touched it since it was begun.'],
  [{ kind: 'in stage', stage: 'Demo', days: 1, usual: null }, 'In Demo for 1 day.'],
  [
    { kind: 'in stage', stage: 'Demo', days: 45, usual: 10.94 },
    'In Demo for 45 days; deals are there for 10.9 on average.',
  ],
  [{ kind: 'missing', field: 'amount' }, 'It has no amount.'],
  [{ kind: 'missing', field: 'expectedCloseOn' }, 'It has no close date.'],
  [{ kind: 'missing', field: 'fields.nextStepOn' }, '“next step on” is empty.'],
  [
    { ...value, by: { day: 'wednesday', at: '11:00' } },
    'Meetings: 1 of the 2 that were due by Wednesday 11:00 (Week of Nov 16).',
  ],
  [value, 'Meetings: 1, fewer than 2 (Week of Nov 16).'],
  [{ ...value, than: 'above' }, 'Meetings: 1, more than 2 (Week of Nov 16).'],
  [
    {
      kind: 'well behind',
      metric: dials,
      windows: [
        { label: 'Week of Nov 9', value: 4, goal: 10, running: false },
        { label: 'Week of Nov 16', value: 3, goal: 10, running: true },
      ],
    },
    'Well behind with Dials: 4 of 10 (Week of Nov 9) and 3 of 10 (Week of Nov 16).',
  ],
  [
    { kind: 'busy', ...pair, whose: 'own', share: 1.06 },
    '340 dials on 11 working days. Meetings: 1; at the rate of the months before it would be about 8.9. Dials: 106% of the goal for these days.',
  ],
  [
    { kind: 'busy', ...pair, whose: 'role', share: 0.9 },
    '340 dials on 11 working days. Meetings: 1; at the role’s rate it would be about 8.9.',
  ],
  [
    {
      kind: 'momentum',
      metric: dials,
      from: '2026-11-13',
      until: '2026-11-19',
      days: 5,
      now: 14.2,
      usual: 31,
    },
    '14.2 dials a working day over the last 5 days; in the eight weeks before it was 31.',
  ],
  [
    { kind: 'everybody', ...pair, names: ['Ana'], fell: null },
    '340 dials on 11 working days. Meetings: 1; usually it would be about 8.9. It fell for everybody alike, so that it is nobody’s own.',
  ],
  [
    {
      kind: 'everybody',
      ...pair,
      names: ['Ana'],
      fell: { field: 'product', value: 'Bread', came: 0, before: 6.04 },
    },
    '340 dials on 11 working days. Meetings: 1; usually it would be about 8.9. It fell for everybody, and most of it in Bread: 0 instead of about 6. It is nobody’s own.',
  ],
]

const wordsIn = (locale: string) => createExceptionWords(createFormat({ locale, currency: 'USD' }), locale)
const about = (why: ExceptionWhy) => ({
  rule: 'Close date passed',
  subject: { kind: 'deal' as const, source: 'crm', id: '1' },
  title: 'Acme {braces} <b>',
  why,
})

describe('why something is an exception', () => {
  test.each(all)('%j', (why, said) => {
    expect(wordsIn('en-US').why(why)).toBe(said)
  })

  test('in German every sentence is there, and none says what is no number', () => {
    const german = wordsIn('de-DE')
    for (const [why, english] of all) {
      const draft = german.draft({ ...about(why), to: 'Ana', from: 'Dana' })
      const alert = german.alert({ ...about(why), to: 'manager', name: 'Ana Ruiz' })
      for (const text of [german.why(why), draft.subject, draft.text, alert.subject, alert.text]) {
        expect(text).not.toMatch(/NaN|undefined|null|Infinity/)
        expect(text).not.toContain(english)
      }
    }
    expect(german.why(value)).toBe('Meetings: 1, weniger als 2 (Week of Nov 16).')
  })
})

test('a draft greets, says why, asks, and is signed; names are taken as they are', () => {
  const draft = wordsIn('en-US').draft({
    ...about({ kind: 'untouched', on: '2026-11-01', days: 19 }),
    to: 'Ana',
    from: 'Dana Whitfield',
  })
  expect(draft).toEqual({
    subject: 'Acme {braces} <b>: Close date passed',
    text: 'Hello Ana,\n\nThis is about Acme {braces} <b>. Nobody has touched it since Nov 1.\n\nWhat comes next, and when?\n\nDana Whitfield',
  })
})

test('what a flag is called stays with managers: a draft to the rep is called after the figures', () => {
  const flag = {
    ...about({ kind: 'busy', ...pair, whose: 'own', share: null }),
    rule: 'Busy, not productive',
    subject: { kind: 'rep' as const, person: 'ana' },
  }
  const words = wordsIn('en-US')
  expect(words.draft({ ...flag, to: 'Ana', from: 'Dana' }).subject).toBe('Dials and Meetings')
  expect(words.alert({ ...flag, to: 'rep', name: 'Ana Ruiz' }).subject).toBe('Dials and Meetings')
  expect(words.alert({ ...flag, to: 'manager', name: 'Ana Ruiz' }).subject).toBe(
    'Ana Ruiz: Busy, not productive',
  )
})
