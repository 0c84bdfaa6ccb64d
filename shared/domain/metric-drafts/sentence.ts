// A metric's definition as a sentence that is filled in: what is counted of which facts, under which conditions, by which
// date; or one metric divided by another; or points for several. Nothing that a floor file can say is lost in it.
import { z } from 'zod'
import type { Condition } from '../../wire/condition.ts'
import { type Base, DateField, type Metric } from '../../wire/floor.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean()])
export type Scalar = z.infer<typeof Scalar>

/** `exists` and `missing` have no values, `in` and `notIn` any number of them, the others one. */
export const ConditionTest = z.enum(['is', 'isNot', 'in', 'notIn', 'atLeast', 'atMost', 'exists', 'missing'])
export type ConditionTest = z.infer<typeof ConditionTest>

/** As a reader has it: lists in it are not changed. */
type Read<T> = T extends readonly (infer Each)[]
  ? readonly Read<Each>[]
  : T extends object
    ? { readonly [K in keyof T]: Read<T[K]> }
    : T

/** No values where one is still to be filled in. Amounts are in whole units of the floor's currency. */
export const SentenceCondition = z.object({
  field: z.string(),
  test: ConditionTest,
  values: z.array(Scalar),
})
export type SentenceCondition = Read<z.infer<typeof SentenceCondition>>

/** `field`: empty where it is still to be chosen. */
const SentenceMeasure = z.discriminatedUnion('how', [
  z.object({ how: z.literal('count') }),
  z.object({ how: z.literal('sum'), field: z.string() }),
  z.object({ how: z.literal('mean'), field: z.string() }),
  z.object({ how: z.literal('days'), from: DateField, to: DateField }),
])
export type SentenceMeasure = Read<z.infer<typeof SentenceMeasure>>

/** Ids of metrics; empty where one is still to be chosen. */
export const Sentence = z.discriminatedUnion('shape', [
  z.object({
    shape: z.literal('facts'),
    from: z.enum(['deal', 'activity']),
    measure: SentenceMeasure,
    where: z.array(SentenceCondition),
    date: DateField,
  }),
  z.object({ shape: z.literal('ratio'), above: z.string(), below: z.string() }),
  z.object({
    shape: z.literal('points'),
    parts: z.array(z.object({ metric: z.string(), weight: z.number() })),
  }),
])
export type Sentence = Read<z.infer<typeof Sentence>>
export type FactsSentence = Extract<Sentence, { readonly shape: 'facts' }>

const readCondition = (condition: Condition): SentenceCondition => {
  const { field, is, isNot, in: among, notIn, atLeast, atMost, exists } = condition
  if (is !== undefined) return { field, test: 'is', values: [is] }
  if (isNot !== undefined) return { field, test: 'isNot', values: [isNot] }
  if (among !== undefined) return { field, test: 'in', values: among }
  if (notIn !== undefined) return { field, test: 'notIn', values: notIn }
  if (atLeast !== undefined) return { field, test: 'atLeast', values: [atLeast] }
  if (atMost !== undefined) return { field, test: 'atMost', values: [atMost] }
  return { field, test: exists === false ? 'missing' : 'exists', values: [] }
}

/** Null where a value is missing. */
export const writeCondition = ({ field, test, values }: SentenceCondition): Condition | null => {
  const [first] = values
  switch (test) {
    case 'exists':
      return { field, exists: true }
    case 'missing':
      return { field, exists: false }
    case 'in':
      return values.length === 0 ? null : { field, in: [...values] }
    case 'notIn':
      return values.length === 0 ? null : { field, notIn: [...values] }
    case 'atLeast':
    case 'atMost':
      return typeof first === 'number' ? { field, [test]: first } : null
    default:
      return first === undefined ? null : { field, [test]: first }
  }
}

const readMeasure = (measure: Base['measure']): SentenceMeasure => {
  if (measure === 'count') return { how: 'count' }
  if ('sum' in measure) return { how: 'sum', field: measure.sum }
  if ('mean' in measure) return { how: 'mean', field: measure.mean }
  return { how: 'days', from: measure.meanDays[0], to: measure.meanDays[1] }
}

const writeMeasure = (measure: SentenceMeasure): Base['measure'] => {
  switch (measure.how) {
    case 'count':
      return 'count'
    case 'sum':
      return { sum: measure.field }
    case 'mean':
      return { mean: measure.field }
    case 'days':
      return { meanDays: [measure.from, measure.to] }
  }
}

export const readSentence = (of: Metric['of']): Sentence => {
  if ('ratio' in of) return { shape: 'ratio', above: of.ratio[0], below: of.ratio[1] }
  if ('points' in of)
    return { shape: 'points', parts: of.points.map(([metric, weight]) => ({ metric, weight })) }
  return {
    shape: 'facts',
    from: of.from,
    measure: readMeasure(of.measure),
    where: of.where.map(readCondition),
    date: of.date,
  }
}

/** Conditions without a value are left out: whoever saves it asks `sentenceFaults` first. */
export const writeSentence = (sentence: Sentence): Metric['of'] => {
  switch (sentence.shape) {
    case 'ratio':
      return { ratio: [sentence.above, sentence.below] }
    case 'points':
      return { points: sentence.parts.map(({ metric, weight }) => [metric, weight]) }
    case 'facts':
      return {
        from: sentence.from,
        where: sentence.where.flatMap((condition) => writeCondition(condition) ?? []),
        date: sentence.date,
        measure: writeMeasure(sentence.measure),
      }
  }
}

/** A ratio alone leaves a choice, which is `asked`. */
export const unitOf = (sentence: Sentence, asked: Metric['unit']): Metric['unit'] => {
  if (sentence.shape === 'points') return 'points'
  if (sentence.shape === 'ratio') return asked === 'days' || asked === 'points' ? 'percent' : asked
  const { measure } = sentence
  if (measure.how === 'days') return 'days'
  const isMoney =
    measure.how !== 'count' && (measure.field === 'amount' || measure.field === 'weightedAmount')
  return isMoney ? 'money' : 'count'
}
