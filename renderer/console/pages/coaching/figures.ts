// Rates and amounts of a chain, as they are written.
import { wholeAmount } from '../../../../shared/domain/standing/attainment.ts'
import type { Format } from '../../../../shared/domain/words/format.ts'
import type { StepReading } from '../../../../shared/wire/coaching.ts'
import type { Unit, ViewMetric } from '../../../../shared/wire/view-parts.ts'
import type { useSay } from '../../words/words.tsx'

type Say = ReturnType<typeof useSay>

/** A share with one decimal place below 10 %, where a whole percent would hide what differs: "7.4%", "22%". */
const oneDecimalBelow = 0.0995

/** A share, or an amount for each piece, in the unit of the step that it leads to. */
export const rateWords = (format: Format, rate: number | null, isShare: boolean, unit: Unit): string => {
  if (!isShare) return format.value(rate, unit)
  return rate !== null && rate < oneDecimalBelow
    ? format.full(rate, 'percent')
    : format.value(rate, 'percent')
}

/** What is still to do, rounded up to what people can do. */
export const askWords = (format: Format, amount: number | null, unit: Unit): string =>
  format.value(amount === null ? null : wholeAmount(amount, unit), unit)

/** "Meetings booked" is told as "15 booked": without the figure that says nothing. */
const isEndOf = (name: string, noun: string): boolean => name.toLowerCase().endsWith(` ${noun.toLowerCase()}`)

/**
 * What a step is called in a sentence: English takes the noun, other languages may take the metric's name, whose noun has another
 * form behind a figure than in front of a verb. A noun of money is what stands behind a figure ("$412K booked"), and names nothing
 * by itself; nor does one that is the end of its metric's name. `figure`: one stands before it.
 */
export const stepWord = (
  say: Say,
  { unit, noun, name }: Pick<ViewMetric, 'unit' | 'noun' | 'name'>,
  place: 'sentence' | 'figure' = 'sentence',
): string =>
  say(
    {
      id: 'console.coaching.step',
      defaultMessage: '{by, select, figure {{noun}} noun {{noun}} other {{name}}}',
    },
    {
      by: unit !== 'count' || isEndOf(name, noun) ? 'name' : place === 'figure' ? 'figure' : 'noun',
      noun,
      name,
    },
  )

/** What a share was made of. Money that is not the step before says what it is: "$420K decided". */
export const ofWords = (
  format: Format,
  {
    now,
    counted: { from: of },
    from,
  }: Pick<StepReading, 'counted' | 'from'> & { readonly now: { readonly from: number } },
): string => {
  const amount = format.value(now.from, of.unit)
  return of.id !== from && of.unit === 'money' ? `${amount} ${of.noun}` : amount
}

/** The metric of an id. An answer names the metrics of all of its steps. */
export const metricOf = <M extends { readonly id: string }>(
  metrics: readonly M[],
  id: string,
): M | undefined => metrics.find((metric) => metric.id === id)
