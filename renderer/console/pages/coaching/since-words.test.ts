import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { createFormat } from '../../../../shared/domain/words/format.ts'
import type { StepSince } from '../../../../shared/wire/coaching-talks.ts'
import { averagePipeline, valueWon } from '../../../../test/renderer/sample-coaching.ts'
import { became } from '../../../../test/renderer/sample-talks.ts'
import { sinceWords } from './since-words.ts'

const format = createFormat({ locale: 'en-US', currency: 'USD' })
const say = createIntl({ locale: 'en', onError: () => undefined }).formatMessage
const words = (more: Partial<StepSince> = {}) => sinceWords(say, format, { ...became, ...more })

test('[L12] what became of a step is told with both rates, the counts since, and how sure they are', () => {
  expect(words()).toBe('22% then, 67% since (40 of 60, 54% to 77%): better')
  expect(words({ verdict: 'no clear change' })).toContain('no clear change')
})

test('[L12] too little to tell is an answer, with its counts and no rate', () => {
  const since = { made: 3, from: 9, attempts: 9, value: 1 / 3 }
  expect(words({ since, verdict: 'too little to tell' })).toBe('Since then 3 of 9: too little to tell')
  const none = { made: 0, from: 0, attempts: 0, value: null }
  expect(words({ since: none, verdict: 'too little to tell' })).toBe('Since then nothing was counted yet')
})

test('[L12] an average is told by the piece, and a share of money by what stands below its line', () => {
  expect(
    words({
      ...{ isShare: false, interval: null, verdict: 'worse', counted: averagePipeline.counted },
      metric: averagePipeline.counted.made,
      before: { made: 45_100_000, from: 22, attempts: 22, value: 2_050_000 },
      since: { made: 30_000_000, from: 30, attempts: 30, value: 1_000_000 },
    }),
  ).toBe('$21K then, $10K since ($300K of 30 meetings): worse')
  expect(
    words({
      ...{ counted: valueWon.counted, metric: valueWon.counted.made, verdict: 'too little to tell' },
      since: { made: 12_000_000, from: 42_000_000, attempts: 13, value: 12 / 42 },
    }),
  ).toBe('Since then $120K of $420K decided: too little to tell')
})
