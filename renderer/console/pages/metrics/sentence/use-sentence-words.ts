// A metric's definition as a sentence to read: in the catalogue, beside a number that is taken apart, and in changes.
import { useIntl } from 'react-intl'
import {
  type FactsSentence,
  readSentence,
  type Sentence,
  type SentenceCondition,
} from '../../../../../shared/domain/metric-drafts/sentence.ts'
import type { FloorFile, Metric } from '../../../../../shared/wire/floor.ts'
import { useSay } from '../../../words/words.tsx'
import { useFieldWords } from './use-field-words.ts'

export interface SentenceWords {
  /** The whole definition. */
  definition(of: Metric['of']): string
  /** "amount is at least $1,000" */
  condition(condition: SentenceCondition): string
}

const isOneOf = ({ test }: SentenceCondition): boolean => test === 'is' || test === 'in'

/** `metrics`: by their ids, the names of what it is made of. */
export const useSentenceWords = (metrics: Pick<FloorFile, 'metrics'>['metrics']): SentenceWords => {
  const say = useSay()
  const { formatList, formatNumber } = useIntl()
  const words = useFieldWords()
  const nameOf = (id: string): string => metrics.find((metric) => metric.id === id)?.name ?? id

  const valuesOf = ({ field, values }: SentenceCondition): string =>
    formatList(
      values.map((value) => words.value(field, value)),
      { type: 'disjunction' },
    )

  const condition: SentenceWords['condition'] = (of) => {
    const { field, test, values } = of
    if (field === 'conversation' && values.length === 1)
      return values[0] === true
        ? say({ id: 'console.sentence.talked', defaultMessage: 'it was a real conversation' })
        : say({ id: 'console.sentence.not-talked', defaultMessage: 'it was no real conversation' })
    const [name, asked] = [words.field(field), words.test(test)]
    return values.length === 0
      ? say({ id: 'console.sentence.test', defaultMessage: '{field} {test}' }, { field: name, test: asked })
      : say(
          { id: 'console.sentence.condition', defaultMessage: '{field} {test} {values}' },
          { field: name, test: asked, values: valuesOf(of) },
        )
  }

  /** What is counted, with the condition that makes it what people call it, which then stands nowhere else. */
  const subjectOf = ({ from, where }: FactsSentence): { text: string; named: SentenceCondition | null } => {
    const naming = where.find(
      (each) =>
        each.field === (from === 'deal' ? 'status' : 'kind') && isOneOf(each) && each.values.length > 0,
    )
    if (from === 'deal')
      return naming === undefined
        ? { text: say({ id: 'console.sentence.deals', defaultMessage: 'deals' }), named: null }
        : {
            text: say(
              { id: 'console.sentence.deals.that', defaultMessage: 'deals that are {status}' },
              { status: valuesOf(naming) },
            ),
            named: naming,
          }
    const several = naming?.values.map(words.several) ?? []
    if (naming !== undefined && several.every((each) => each !== null))
      return { text: formatList(several, { type: 'disjunction' }), named: naming }
    return naming === undefined
      ? { text: say({ id: 'console.sentence.activities', defaultMessage: 'activities' }), named: null }
      : {
          text: say(
            { id: 'console.sentence.activities.of', defaultMessage: 'activities of the kind {kind}' },
            { kind: valuesOf(naming) },
          ),
          named: naming,
        }
  }

  const measureOf = (sentence: FactsSentence, subject: string): string => {
    const { measure } = sentence
    switch (measure.how) {
      case 'count':
        return say({ id: 'console.sentence.count', defaultMessage: 'Counts {subject}' }, { subject })
      case 'sum':
        return say(
          { id: 'console.sentence.sum', defaultMessage: 'Adds up the {number} of {subject}' },
          { number: words.field(measure.field), subject },
        )
      case 'mean':
        return say(
          { id: 'console.sentence.mean', defaultMessage: 'Averages the {number} of {subject}' },
          { number: words.field(measure.field), subject },
        )
      case 'days':
        return say(
          {
            id: 'console.sentence.days',
            defaultMessage: 'Averages the days from {from} to {to} of {subject}',
          },
          { from: words.field(measure.from), to: words.field(measure.to), subject },
        )
    }
  }

  const ofFacts = (sentence: FactsSentence): string => {
    const { text, named } = subjectOf(sentence)
    const others = sentence.where.filter((each) => each !== named && each.field !== 'credit')
    const credit = sentence.where.find(({ field }) => field === 'credit')?.values[0]
    return say(
      {
        id: 'console.sentence.whole',
        defaultMessage:
          '{what}{conditions, plural, =0 {} other { where {where}}}{date, select, none {} other {, by {date}}}{credit, select, owner {, for the owner alone} assist {, for those who helped} other {}}.',
      },
      {
        what: measureOf(sentence, text),
        conditions: others.length,
        where: formatList(others.map(condition), { type: 'conjunction' }),
        // An activity has but one.
        date: sentence.from === 'activity' ? 'none' : words.field(sentence.date),
        credit: String(credit ?? 'all'),
      },
    )
  }

  const whole = (sentence: Sentence): string => {
    switch (sentence.shape) {
      case 'facts':
        return ofFacts(sentence)
      case 'ratio':
        return say(
          { id: 'console.how.ratio', defaultMessage: '{above} divided by {below}.' },
          { above: nameOf(sentence.above), below: nameOf(sentence.below) },
        )
      case 'points':
        return say(
          { id: 'console.sentence.points', defaultMessage: 'Points: {parts}.' },
          {
            parts: formatList(
              sentence.parts.map(({ metric, weight }) =>
                say(
                  { id: 'console.sentence.points.part', defaultMessage: '{weight} for {metric}' },
                  { weight: formatNumber(weight, { maximumFractionDigits: 6 }), metric: nameOf(metric) },
                ),
              ),
            ),
          },
        )
    }
  }

  return { definition: (of) => whole(readSentence(of)), condition }
}
