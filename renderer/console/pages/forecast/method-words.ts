// What each method is called, what it rests on, and why it says nothing.
import type { Format } from '../../../../shared/domain/words/format.ts'
import type { ForecastAnswer, ForecastMethod, NoMethod } from '../../../../shared/wire/forecast.ts'
import type { useSay } from '../../words/words.tsx'

type Say = ReturnType<typeof useSay>

export const methodName = (say: Say, id: ForecastMethod['id']): string => {
  switch (id) {
    case 'run-rate':
      return say({ id: 'console.forecast.run-rate', defaultMessage: 'If it goes on like this' })
    case 'pipeline':
      return say({ id: 'console.forecast.pipeline', defaultMessage: 'What the open deals bring' })
    case 'same-weeks':
      return say({ id: 'console.forecast.same-weeks', defaultMessage: 'The same weeks of earlier periods' })
  }
}

export const whyNot = (say: Say, why: NoMethod): string => {
  switch (why) {
    case 'too short':
      return say({
        id: 'console.forecast.too-short',
        defaultMessage: 'Left out: the history does not go back far enough.',
      })
    case 'no working days':
      return say({
        id: 'console.forecast.no-working-days',
        defaultMessage: 'Left out: nobody has worked yet in these days.',
      })
    case 'no deals':
      return say({ id: 'console.forecast.no-deals', defaultMessage: 'Left out: no deal is open.' })
    case 'no earlier period':
      return say({
        id: 'console.forecast.no-earlier',
        defaultMessage: 'Left out: there is no earlier period to compare with.',
      })
    case 'too few errors':
      return say({
        id: 'console.forecast.too-few',
        defaultMessage: 'Left out: too few past weeks say how far off it would be.',
      })
  }
}

/** A sentence for each thing that it rests on. */
export const restsOn = (
  say: Say,
  format: Format,
  on: NonNullable<ForecastMethod['on']>,
  { metric, grain }: Pick<ForecastAnswer, 'metric' | 'grain'>,
): string => {
  const unit = metric?.unit ?? 'money'
  switch (on.method) {
    case 'run-rate':
      return say(
        {
          id: 'console.forecast.run-rate.on',
          defaultMessage:
            '{amount} came in on the last {days, plural, one {working day} other {# working days}}; the days to come count as these did.',
        },
        { amount: format.value(on.amount, unit), days: on.workingDays },
      )
    case 'pipeline': {
      const sum = on.stages.reduce((total, { open }) => total + open, 0)
      return on.ofNew > 0
        ? say(
            {
              id: 'console.forecast.pipeline.on',
              defaultMessage:
                '{count, plural, one {One open deal} other {# open deals}}, at what deals in the same stage brought within as much time: {open}. Deals that are not there yet: {fresh}.',
            },
            { count: sum, open: format.value(on.ofOpen, unit), fresh: format.value(on.ofNew, unit) },
          )
        : say(
            {
              id: 'console.forecast.pipeline.on-open',
              defaultMessage:
                '{count, plural, one {One open deal} other {# open deals}}, at what deals in the same stage brought within as much time.',
            },
            { count: sum },
          )
    }
    case 'same-weeks':
      return grain === 'quarter'
        ? say(
            {
              id: 'console.forecast.same-weeks.quarters',
              defaultMessage:
                '{count, plural, one {One earlier quarter: {amounts} came} other {# earlier quarters: {amounts} came}} in the same weeks.',
            },
            {
              count: on.amounts.length,
              amounts: on.amounts.map((each) => format.value(each, unit)).join(', '),
            },
          )
        : say(
            {
              id: 'console.forecast.same-weeks.months',
              defaultMessage:
                '{count, plural, one {One earlier month: {amounts} came} other {# earlier months: {amounts} came}} in the same weeks.',
            },
            {
              count: on.amounts.length,
              amounts: on.amounts.map((each) => format.value(each, unit)).join(', '),
            },
          )
  }
}
