import { expect, test } from 'vitest'
import { askOf } from '../../../shared/domain/boards/team-ask.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import { metric } from '../samples/metric.ts'
import { askWords } from './ask-words.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const meetings = metric({ id: 'meetings', name: 'Meetings held', noun: 'meetings' })

/** Four meetings are left for two people. */
const wordsWith = (workingDays: number | null) => wordsFor(askOf(4, 2, workingDays, 'count'), workingDays)

const wordsFor = (ask: ReturnType<typeof askOf>, workingDays: number | null) =>
  askWords(
    {
      metric: meetings,
      value: 6,
      goal: 10,
      pace: 8,
      rows: {},
      state: 'behind',
      ask,
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
    expect(wordsWith(days)).toEqual({ what: '2 each', note })
  },
)

test('[B237] where there is nothing to divide, the time that is left leads', () => {
  expect(wordsFor(askOf(1, 2, 3, 'count'), 3)).toEqual({ what: '3 working days left', note: '2 people' })
  expect(wordsFor(null, null)).toEqual({ what: 'nobody is on this team yet', note: '' })
})

test('a reached goal is thanked for by those on its bar, where anybody is', () => {
  const whatWith = (rows: Parameters<typeof askWords>[0]['rows']) =>
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
    ).what
  const ann = { name: 'Ann', short: 'Ann', initials: 'A', hue: 1, photo: null, place: 0, value: 12 }
  expect(whatWith({ ann })).toBe('Everybody on this bar did that')
  expect(whatWith({})).toBe('Goal reached, with 2 meetings on top')
})
