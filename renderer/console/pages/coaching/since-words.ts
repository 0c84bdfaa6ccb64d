// What became of a step since something was agreed about it, in a sentence with its counts.
import type { Format } from '../../../../shared/domain/words/format.ts'
import type { SinceVerdict, StepSince } from '../../../../shared/wire/coaching-talks.ts'
import type { useSay } from '../../words/words.tsx'
import { ofWords, rateWords } from './figures.ts'

type Say = ReturnType<typeof useSay>

const verdictWords = (say: Say, verdict: Exclude<SinceVerdict, 'too little to tell'>): string => {
  switch (verdict) {
    case 'better':
      return say({ id: 'console.since.better', defaultMessage: 'better' })
    case 'worse':
      return say({ id: 'console.since.worse', defaultMessage: 'worse' })
    case 'no clear change':
      return say({ id: 'console.since.same', defaultMessage: 'no clear change' })
  }
}

export const sinceWords = (say: Say, format: Format, became: StepSince): string => {
  const { before, since, interval, isShare, counted, verdict, metric, from } = became
  const rate = (value: number | null) => rateWords(format, value, isShare, metric.unit)
  const made = format.value(since.made, counted.made.unit)
  const of = isShare
    ? ofWords(format, { now: since, counted, from: from.id })
    : `${format.value(since.from, counted.from.unit)} ${counted.from.noun}`
  if (since.attempts === 0)
    return say({ id: 'console.since.nothing', defaultMessage: 'Since then nothing was counted yet' })
  if (verdict === 'too little to tell')
    return say(
      { id: 'console.since.little', defaultMessage: 'Since then {made} of {of}: too little to tell' },
      { made, of },
    )
  return say(
    {
      id: 'console.since.changed',
      defaultMessage:
        '{before} then, {now} since ({made} of {of}{sure, select, yes {, {low} to {high}} other {}}): {verdict}',
    },
    {
      before: rate(before.value),
      now: rate(since.value),
      made,
      of,
      sure: interval === null ? 'no' : 'yes',
      low: rate(interval?.low ?? null),
      high: rate(interval?.high ?? null),
      verdict: verdictWords(say, verdict),
    },
  )
}
