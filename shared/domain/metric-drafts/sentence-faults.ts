// What keeps a metric's sentence from being saved, said by codes, so that each language has its own plain words for it. The
// floor's own faults (`metricFaults`) stay the last word.
import type { FloorFile, Metric } from '../../wire/floor.ts'
import { PlainDate } from '../../wire/text.ts'
import { metricFaults } from '../floor-file/metric-faults.ts'
import { foldedName } from '../people/name-key.ts'
import { createLookAlikes } from '../words/look-alike.ts'
import { type MetricForm, metricOf, unitNow } from './metric-form.ts'
import { type Sentence, type SentenceCondition, writeCondition } from './sentence.ts'

export type SentenceFault =
  /** A place that is not filled in. `condition`: which of them, of `value`. */
  | {
      readonly code: 'unfinished'
      readonly place: 'name' | 'objective' | 'number' | 'above' | 'below' | 'points' | 'value'
      readonly condition?: number
    }
  | { readonly code: 'divides-itself'; readonly name: string }
  /** Names of metrics, each made of the next, and the last of the first. */
  | { readonly code: 'circle'; readonly way: readonly string[] }
  | { readonly code: 'unknown-stage'; readonly stage: string; readonly meant: string | null }
  /** Nothing can fulfil both. */
  | { readonly code: 'contradiction'; readonly field: string }
  | { readonly code: 'nothing-below'; readonly name: string }
  | { readonly code: 'percent-of-another'; readonly above: Metric['unit']; readonly below: Metric['unit'] }
  | { readonly code: 'money-of-no-money' }
  | { readonly code: 'is-money' }
  | { readonly code: 'same-dates' }
  | { readonly code: 'from-too-early'; readonly since: string }
  | { readonly code: 'no-date' }
  /** Another one of the floor's own, in its words. */
  | { readonly code: 'other'; readonly message: string }

const partIds = ({ of }: Metric): readonly string[] =>
  'ratio' in of ? of.ratio : 'points' in of ? of.points.map(([id]) => id) : []

/** The metrics on the way from one back to itself, itself first; null where none leads there. */
const circleFrom = (metrics: readonly Metric[], id: string): readonly Metric[] | null => {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]))
  const seen = new Set<string>()
  const search = (at: Metric, way: readonly Metric[]): readonly Metric[] | null => {
    const here = [...way, at]
    for (const part of partIds(at)) {
      if (part === id) return here
      const next = byId.get(part)
      if (next === undefined || seen.has(part)) continue
      seen.add(part)
      const found = search(next, here)
      if (found !== null) return found
    }
    return null
  }
  const first = byId.get(id)
  return first === undefined ? null : search(first, [])
}

const unfinished = ({ name, objective, sentence }: MetricForm): readonly SentenceFault[] => {
  const lacks = (
    isLacking: boolean,
    place: Extract<SentenceFault, { code: 'unfinished' }>['place'],
  ): readonly SentenceFault[] => (isLacking ? [{ code: 'unfinished', place }] : [])
  const ofSentence = (): readonly SentenceFault[] => {
    switch (sentence.shape) {
      case 'ratio':
        return [...lacks(sentence.above === '', 'above'), ...lacks(sentence.below === '', 'below')]
      case 'points':
        return lacks(
          sentence.parts.length === 0 || sentence.parts.some(({ metric }) => metric === ''),
          'points',
        )
      case 'facts': {
        const { measure, where } = sentence
        return [
          ...lacks('field' in measure && measure.field === '', 'number'),
          ...where.flatMap((condition, index): SentenceFault[] =>
            writeCondition(condition) === null
              ? [{ code: 'unfinished', place: 'value', condition: index }]
              : [],
          ),
        ]
      }
    }
  }
  return [
    ...ofSentence(),
    ...lacks(name.trim() === '', 'name'),
    ...lacks(objective.trim() === '', 'objective'),
  ]
}

const stagesOf = (sentence: Sentence): readonly string[] =>
  sentence.shape !== 'facts'
    ? []
    : sentence.where.flatMap(({ field, values }) =>
        field === 'stage' ? values.flatMap((value) => (typeof value === 'string' ? [value] : [])) : [],
      )

const unknownStages = (sentence: Sentence, stages: readonly string[]): readonly SentenceFault[] => {
  if (stages.length === 0) return []
  const listed = new Set(stages.map(foldedName))
  const lookAlikes = createLookAlikes(stages, 'forgiving')
  return stagesOf(sentence)
    .filter((stage) => !listed.has(foldedName(stage)))
    .map((stage) => ({ code: 'unknown-stage', stage, meant: lookAlikes.meant(stage) }))
}

const foldedValue = (value: SentenceCondition['values'][number]): string =>
  `${typeof value} ${typeof value === 'string' ? foldedName(value) : value}`

/** Two conditions on one field of which a fact fulfils one at most. */
const contradictions = (where: readonly SentenceCondition[]): readonly SentenceFault[] => {
  const fields = [...new Set(where.map(({ field }) => field))]
  return fields.flatMap((field): SentenceFault[] => {
    const of = where.filter((each) => each.field === field)
    const wanted = of.filter(({ test }) => test === 'is' || test === 'in').map(({ values }) => values)
    const unwanted = of
      .filter(({ test }) => test === 'isNot' || test === 'notIn')
      .flatMap(({ values }) => values)
    const [first, ...others] = wanted
    const left = first?.filter(
      (value) =>
        others.every((each) => each.some((other) => foldedValue(other) === foldedValue(value))) &&
        !unwanted.some((other) => foldedValue(other) === foldedValue(value)),
    )
    const numbers = (test: string): readonly number[] =>
      of.flatMap((each) =>
        each.test === test ? each.values.flatMap((value) => (typeof value === 'number' ? [value] : [])) : [],
      )
    const least = Math.max(...numbers('atLeast'))
    const most = Math.min(...numbers('atMost'))
    const isMissing = of.some(({ test }) => test === 'missing')
    const isAsked = of.some(({ test }) => test !== 'missing' && test !== 'isNot' && test !== 'notIn')
    const isNone =
      (left !== undefined && first !== undefined && first.length > 0 && left.length === 0) || least > most
    return isNone || (isMissing && isAsked) ? [{ code: 'contradiction', field }] : []
  })
}

const ofRatio = (
  form: MetricForm,
  sentence: Extract<Sentence, { shape: 'ratio' }>,
  metrics: readonly Metric[],
): readonly SentenceFault[] => {
  const find = (id: string): Metric | undefined => metrics.find((metric) => metric.id === id)
  const [above, below] = [find(sentence.above), find(sentence.below)]
  if (above === undefined || below === undefined) return []
  if (above.id === below.id) return [{ code: 'divides-itself', name: above.name }]
  if (below.retired !== undefined) return [{ code: 'nothing-below', name: below.name }]
  const unit = unitNow(form)
  if (unit === 'percent' && above.unit !== below.unit)
    return [{ code: 'percent-of-another', above: above.unit, below: below.unit }]
  const isAmount = above.unit === 'money' && below.unit !== 'money'
  if (unit === 'money' && !isAmount) return [{ code: 'money-of-no-money' }]
  return unit === 'count' && isAmount ? [{ code: 'is-money' }] : []
}

/**
 * The first that stands against it leads. `id`: its own, that of no other metric. `before`: the metric that is changed.
 * Faults of the floor that are not this metric's are not among them.
 */
export const sentenceFaults = (
  file: FloorFile,
  form: MetricForm,
  id: string,
  before: Metric | null,
): readonly SentenceFault[] => {
  const { sentence } = form
  const lacking = unfinished(form)
  const metric = metricOf(form, id, before)
  const metrics =
    before === null
      ? [...file.metrics, metric]
      : file.metrics.map((each) => (each.id === before.id ? metric : each))
  const circle = circleFrom(metrics, id)
  const isOwn = circle?.length === 1
  const found: SentenceFault[] = [
    ...(circle === null
      ? []
      : isOwn
        ? [{ code: 'divides-itself' as const, name: form.name.trim() || id }]
        : [{ code: 'circle' as const, way: circle.map(({ name }) => name) }]),
    ...(sentence.shape === 'ratio' && circle === null ? ofRatio(form, sentence, metrics) : []),
    ...unknownStages(sentence, file.floor.stages),
    ...(sentence.shape === 'facts' ? contradictions(sentence.where) : []),
    ...(sentence.shape === 'facts' &&
    sentence.measure.how === 'days' &&
    sentence.measure.from === sentence.measure.to
      ? [{ code: 'same-dates' as const }]
      : []),
    ...(form.from !== '' && !PlainDate.safeParse(form.from).success ? [{ code: 'no-date' as const }] : []),
    ...(form.from !== '' && before?.since !== undefined && form.from <= before.since
      ? [{ code: 'from-too-early' as const, since: before.since }]
      : []),
  ]
  if (lacking.length > 0 || found.length > 0) return [...found, ...lacking]
  const at = metrics.findIndex((each) => each.id === id)
  return metricFaults({ ...file, metrics })
    .filter(({ path }) => path[1] === at)
    .map(({ path, message }) => ({ code: 'other', message: `${path.slice(2).join('.')} ${message}` }))
}
