import { expect, test } from 'vitest'
import { askOf } from '../../../shared/domain/boards/team-ask.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { metric } from '../samples/metric.ts'
import { askWords } from './ask-words.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const meetings = metric({ id: 'meetings', name: 'Meetings held', noun: 'meetings' })

/** Four meetings are left for two people. */
const wordsWith = (workingDays: number | null) =>
  askWords(
    {
      metric: meetings,
      value: 6,
      goal: 10,
      pace: 8,
      rows: {},
      state: 'behind',
      ask: askOf(4, 2, workingDays, 'count'),
      workingDays,
      isOver: false,
      thresholds: [],
    },
    format,
    'en-US',
  )

test.each([
  [2, '2 people · 2 working days left'],
  [1, '2 people · last working day'],
  [0, '2 people'],
  [null, '2 people'],
])(
  'with %s working days left the note is "%s": there is time on a weekend too, and no working day',
  (days, note) => {
    expect(wordsWith(days)).toMatchObject({ what: '4 meetings left', each: '2 each', note })
  },
)

test('a reached goal is thanked for by those on its bar, where anybody is', () => {
  const noteWith = (rows: Parameters<typeof askWords>[0]['rows']) =>
    askWords(
      {
        metric: meetings,
        value: 12,
        goal: 10,
        pace: 8,
        rows,
        state: 'reached',
        ask: null,
        workingDays: 2,
        isOver: false,
        thresholds: [],
      },
      format,
      'en-US',
    ).note
  const ann = { name: 'Ann', short: 'Ann', initials: 'A', hue: 1, photo: null, place: 0, value: 12 }
  expect(noteWith({ ann })).toBe('Everybody on this bar did that')
  expect(noteWith({})).toBe('')
})
