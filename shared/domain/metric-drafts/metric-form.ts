// The form of a metric: its sentence, and what is said about it. What the form does not show, such as when it began to
// hold and how it was counted before, stays in the entry.
import { z } from 'zod'
import { Metric } from '../../wire/floor.ts'
import { readSentence, Sentence, unitOf, writeSentence } from './sentence.ts'

const { indicator, question, unit, better } = Metric.shape

/** Empty texts are fields that the entry does not have. */
export const MetricForm = z.object({
  name: z.string(),
  noun: z.string(),
  task: z.string(),
  objective: z.string(),
  window: z.string(),
  indicator,
  question,
  better: better.unwrap(),
  /** What a ratio is shown as; another sentence has but one unit. */
  unit,
  sentence: Sentence,
  /** The first day on which it counts so, the days before staying as they are counted; empty: all days are counted so. */
  from: z.string(),
  why: z.string(),
})
export type MetricForm = Omit<z.infer<typeof MetricForm>, 'sentence'> & { readonly sentence: Sentence }

/** One that counts won deals, to begin with. */
export const newForm: MetricForm = {
  name: '',
  noun: '',
  task: '',
  objective: '',
  window: '',
  indicator: 'output',
  question: 'results',
  better: 'higher',
  unit: 'count',
  sentence: {
    shape: 'facts',
    from: 'deal',
    measure: { how: 'count' },
    where: [{ field: 'status', test: 'is', values: ['won'] }],
    date: 'closedAt',
  },
  from: '',
  why: '',
}

export const formOf = (metric: Metric): MetricForm => ({
  name: metric.name,
  noun: metric.noun ?? '',
  task: metric.task ?? '',
  objective: metric.objective,
  window: metric.window ?? '',
  indicator: metric.indicator,
  question: metric.question,
  better: metric.better,
  unit: metric.unit,
  sentence: readSentence(metric.of),
  from: '',
  why: '',
})

const textsOf = ({ noun, task, window }: MetricForm) => ({
  ...(noun.trim() !== '' && { noun: noun.trim() }),
  ...(task.trim() !== '' && { task: task.trim() }),
  ...(window.trim() !== '' && { window: window.trim() }),
})

/** Days are apart only of what counts facts by one kind of measure. */
export const canKeepPast = (form: MetricForm, before: Metric | null): boolean => {
  if (before === null || !('from' in before.of) || form.sentence.shape !== 'facts') return false
  const was = readSentence(before.of)
  return (
    was.shape === 'facts' && was.measure.how === form.sentence.measure.how && before.unit === unitNow(form)
  )
}

export const unitNow = ({ sentence, unit: asked }: MetricForm): Metric['unit'] => unitOf(sentence, asked)

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Since when it counts so, and how it did before. */
const historyOf = (form: MetricForm, before: Metric | null) => {
  if (before === null) return form.why.trim() === '' ? {} : { why: form.why.trim() }
  const { since, why, earlier, retired, of } = before
  const kept = {
    ...(since !== undefined && { since }),
    ...(why !== undefined && { why }),
    ...(earlier !== undefined && { earlier }),
    ...(retired !== undefined && { retired }),
  }
  const isSame = same(readSentence(of), form.sentence)
  const told = form.why.trim() === '' ? {} : { why: form.why.trim() }
  if (isSame || !('from' in of)) return { ...kept, ...told }
  // The reason for what it counted until now is not the one for what it counts from now on.
  const { why: _, ...others } = kept
  if (!canKeepPast(form, before)) return { ...(retired !== undefined && { retired }), ...told }
  if (form.from === '') return { ...others, ...told }
  return {
    ...(retired !== undefined && { retired }),
    ...told,
    since: form.from,
    earlier: [
      ...(earlier ?? []),
      { ...(since !== undefined && { since }), ...(why !== undefined && { why }), of },
    ],
  }
}

/** As the floor file has it, with all that `before` had and the form does not show. */
export const metricOf = (form: MetricForm, id: string, before: Metric | null): Metric => ({
  id,
  name: form.name.trim(),
  ...textsOf(form),
  objective: form.objective.trim(),
  indicator: form.indicator,
  question: form.question,
  unit: unitNow(form),
  better: form.better,
  of: writeSentence(form.sentence),
  ...historyOf(form, before),
})

/** What differs, as an edit writes it: what it has no more is null. Empty where nothing does. */
export const changedFields = (before: Metric, after: Metric): Readonly<Record<string, unknown>> => {
  const was = Object.entries(before)
  const is = new Map<string, unknown>(Object.entries(after))
  const old = new Map<string, unknown>(was)
  const gone = was.flatMap(([key, value]): [string, unknown][] =>
    value !== undefined && is.get(key) === undefined ? [[key, null]] : [],
  )
  const changed = [...is].filter(([key, value]) => value !== undefined && !same(old.get(key), value))
  return Object.fromEntries([...changed, ...gone])
}

/** As a new entry of the floor file: without what goes without saying. */
export const newEntry = (metric: Metric): { readonly id: string } & Record<string, unknown> => {
  const { better: direction, of, ...rest } = metric
  if (!('from' in of)) return { ...rest, ...(direction === 'lower' && { better: direction }), of }
  const { where, measure, ...base } = of
  return {
    ...rest,
    ...(direction === 'lower' && { better: direction }),
    of: { ...base, ...(where.length > 0 && { where }), ...(measure !== 'count' && { measure }) },
  }
}
