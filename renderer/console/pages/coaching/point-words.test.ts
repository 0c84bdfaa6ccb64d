import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { createFormat } from '../../../../shared/domain/words/format.ts'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import {
  averagePipeline,
  reading,
  sampleCoaching,
  sunkMeetings,
  valueWon,
} from '../../../../test/renderer/sample-coaching.ts'
import de from '../../words/de.json'
import { agendaWords } from './agenda-words.ts'
import { stepWord } from './figures.ts'
import { noPlanLine, noPlanWords } from './plan-words.ts'
import { pointLine, pointWords } from './point-words.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const say = createIntl({ locale: 'en', onError: () => undefined }).formatMessage

const wordsOf = (more: Partial<CoachingAnswer> = {}, isSelf = false) =>
  pointWords({ answer: sampleCoaching(more), say, format, isSelf })

test('a noun that is the end of its metric’s name gives way to the name', () => {
  const step = (name: string, noun: string) => stepWord(say, { unit: 'count', name, noun })
  expect(step('Meetings booked', 'booked')).toBe('Meetings booked')
  expect(step('Meetings booked', 'meetings')).toBe('meetings')
  expect(step('Dials', 'dials')).toBe('dials')
})

describe('the coaching point in words', () => {
  test('a step that sank has its counts, what their own rate would make of them, and the steps around it', () => {
    expect(wordsOf()).toEqual({
      headline: 'Fewer conversations become meetings',
      facts: '22 of 98 conversations became meetings in Q4 2026.',
      against: 'At their own 34% it would be 33: 11 short.',
      around: [
        '36 dials a day are done; the plan asks 35.',
        'The steps before it hold.',
        'What can be told of the steps after it holds.',
        'The role’s median is 33% in the same time, so it is this step, not the market.',
      ],
    })
  })

  test('they read it about themselves in the second person', () => {
    expect(wordsOf({}, true).against).toBe('At your own 34% it would be 33: 11 short.')
  })

  test('where the others sank as well it is not put down to the step', () => {
    const around = wordsOf({ readings: [reading(), { ...sunkMeetings, role: 0.24 }] }).around
    expect(around.at(-1)).toBe('The role’s median is 24% in the same time: others find it as hard.')
  })

  test('a second step that sank is named, and so is too little to tell', () => {
    const readings = [sunkMeetings, { ...averagePipeline, verdict: 'sank' as const }]
    expect(wordsOf({ readings, point: { kind: 'sank', link: 0 } }).around).toContain(
      'Meetings → Pipeline sank, too.',
    )
    expect(wordsOf({ readings: [reading(), sunkMeetings, valueWon] }).around).toContain(
      'Of what comes after it there is too little to tell.',
    )
    expect(
      wordsOf({ readings: [reading({ verdict: 'too little to tell' }), sunkMeetings] }).around,
    ).toContain('Of the steps before it, not all can be judged yet.')
  })

  test('an average that sank is told by the piece', () => {
    const sunk = { ...averagePipeline, own: 3_000_000, verdict: 'sank' as const, short: 20_900_000 }
    expect(wordsOf({ readings: [sunk], point: { kind: 'sank', link: 0 } })).toMatchObject({
      headline: 'Less Pipeline for each of the meetings',
      facts: '22 meetings brought $451K of Pipeline in Q4 2026, $21K each.',
      against: 'At their own $30K it would be $660K: $209K short.',
    })
  })

  test('[L9] a share by a ratio that the formula names is told of what stands below its line, in money', () => {
    const sunk = { ...valueWon, own: 0.6, verdict: 'sank' as const, short: 13_200_000 }
    expect(wordsOf({ readings: [sunk], point: { kind: 'sank', link: 0 } })).toMatchObject({
      headline: 'Less of the Value decided becomes Revenue',
      facts: '$120K of $420K decided became Revenue in Q4 2026, 29%.',
      against: 'At their own 60% it would be $252K: $132K short.',
    })
  })

  test('a step that lags is held against the role’s median, and has not sunk', () => {
    const lagging = { ...sunkMeetings, own: 0.23, verdict: 'holds' as const, short: null }
    const words = wordsOf({ readings: [reading(), lagging], point: { kind: 'lags', link: 1 } })
    expect(words.headline).toBe('Fewer conversations become meetings than with others in the role')
    expect(words.against).toBe('At the role’s median of 33% it would be 32: 10 more.')
    expect(words.around.at(-1)).toBe('It was 23% before, so it has not sunk.')
  })

  test('where all hold, and where there is too little, that is all', () => {
    expect(wordsOf({ readings: [reading()], point: { kind: 'holds' } })).toEqual({
      headline: 'Every step holds',
      facts: 'In Q4 2026 none lies below their own history, and none far below the role’s median.',
      against: null,
      around: ['36 dials a day are done; the plan asks 35.'],
    })
    expect(wordsOf({ readings: [reading(), valueWon], point: { kind: 'holds' } }).headline).toBe(
      'Every step that can be judged holds',
    )
    const little = { point: { kind: 'too little to tell' as const }, readings: [valueWon] }
    expect(wordsOf(little).facts).toBe(
      'No step was tried often enough in Q4 2026 for its rate to mean something.',
    )
    expect(wordsOf({ ...little, plans: [], live: null, none: { kind: 'no quota' } }).around).toEqual([])
  })

  test('the list has one line for each', () => {
    const { metrics } = sampleCoaching()
    const [, from, metric] = metrics
    if (!from || !metric) throw new Error('no metrics')
    expect(pointLine(say, { kind: 'sank' }, { from, metric })).toBe('Conversations → Meetings sank')
    expect(pointLine(say, { kind: 'lags' }, { from, metric })).toBe('Conversations → Meetings lags the role')
    expect(pointLine(say, { kind: 'holds' }, null)).toBe('Holds')
    expect(pointLine(say, { kind: 'too little to tell' }, null)).toBe('Too little to tell yet')
  })

  test('in German too', () => {
    const german = createIntl({ locale: 'de-DE', messages: de }).formatMessage
    const words = pointWords({ answer: sampleCoaching(), say: german, format, isSelf: false })
    expect(words.headline).toBe('Conversations → Meetings: seltener als vorher')
    expect(words.facts).toBe('Conversations → Meetings in Q4 2026: 22 von 98, 22%.')
    // A step of money has no noun of its own: both are called as the list calls them.
    const sunk = { ...averagePipeline, own: 3_000_000, verdict: 'sank' as const }
    const ofMoney = { answer: sampleCoaching({ readings: [sunk], point: { kind: 'sank', link: 0 } }) }
    expect(pointWords({ ...ofMoney, say: german, format, isSelf: false }).headline).toBe(
      'Meetings → Pipeline: kleiner als vorher',
    )
    expect(words.against).toBe('Mit der eigenen Rate von vorher, 34%, wären es 33: 11 mehr.')
  })
})

describe('the agenda', () => {
  const linesOf = (more: Partial<CoachingAnswer> = {}) =>
    agendaWords({ answer: sampleCoaching(more), say, format })

  test('says what to look at, what to ask and what to agree', () => {
    expect(linesOf()).toEqual([
      'Look at five conversations of Q4 2026 that did not become meetings: 22% did, 34% before.',
      'Ask what is different from before at this step: with whom, when and how.',
      'Agree on one thing to try, and on the day to look again. The mark is 34%.',
    ])
  })

  test('of a share of money it looks at the largest first', () => {
    const sunk = { ...valueWon, own: 0.6, verdict: 'sank' as const }
    expect(linesOf({ readings: [sunk], point: { kind: 'sank', link: 0 } })[0]).toBe(
      'Look at what of Value decided did not become Revenue in Q4 2026, the largest first: 29% did, 60% before.',
    )
  })

  test('of a step that lags it asks who does it well', () => {
    const [look, ask] = linesOf({ readings: [averagePipeline], point: { kind: 'lags', link: 0 } })
    expect(look).toBe(
      'Look at the largest and the smallest of the meetings of Q4 2026: $21K on average, $21K in the middle of the role.',
    )
    expect(ask).toContain('whose way of doing this step')
  })

  test('where nothing stands out it is about what is needed from now on', () => {
    expect(linesOf({ point: { kind: 'holds' } })[1]).toBe(
      'Look at what is needed from now on: 34 dials a day. The plan was 35.',
    )
    expect(linesOf({ point: { kind: 'too little to tell' }, plans: [], live: null })[0]).toBe(
      'Look at what is done of the first step: dials.',
    )
  })
})

test('where there is no plan it is said why, and what to do', () => {
  const { metrics } = sampleCoaching()
  expect(noPlanWords(say, metrics, { kind: 'no quota' }).note).toContain('Set a goal for Revenue')
  expect(noPlanWords(say, metrics, { kind: 'no days' }).title).toContain('no day to work')
  expect(
    noPlanWords(say, metrics, { kind: 'no rate', metric: 'meetings', from: 'conversations' }).title,
  ).toBe('No plan: nobody’s history says how much of Conversations becomes Meetings')
  expect(noPlanLine(say, { kind: 'no quota' })).toBe('No plan: no quota')
  expect(noPlanLine(say, { kind: 'no days' })).toBe('No plan: no day to work')
  expect(noPlanLine(say, { kind: 'no rate', metric: 'meetings', from: 'dials' })).toContain(
    'a rate is not known',
  )
  expect(noPlanLine(say, { kind: 'not yet' })).toBe('The plan is being drawn up')
  expect(noPlanWords(say, metrics, { kind: 'not yet' }).title).toBe('The plan is being drawn up')
})
