// What a sentence offers: for each of its places only what makes sense there.
import type { DateField, FloorFile, Metric } from '../../wire/floor.ts'
import type { FactFieldsAnswer, KnownField } from '../../wire/metric-drafts.ts'
import type { ConditionTest, FactsSentence, SentenceCondition, SentenceMeasure } from './sentence.ts'

type From = FactsSentence['from']

/** What happens to a deal, which is counted as an activity. */
export const dealEvents = [
  'deal.created',
  'deal.advanced',
  'deal.slipped',
  'deal.won',
  'deal.lost',
  'deal.reopened',
] as const

const dealDates = [
  'createdAt',
  'closedAt',
  'expectedCloseOn',
  'stageEnteredAt',
  'lastActivityAt',
] as const satisfies readonly DateField[]

/** By which a fact can be dated. */
export const datesOf = (from: From): readonly DateField[] => (from === 'deal' ? dealDates : ['at'])

/** How a field is asked about. `credit` is whose part in the fact counts. */
export type FieldKind = 'text' | 'number' | 'yes-no' | 'date' | 'credit'

const ownKinds: Readonly<Record<string, FieldKind>> = {
  amount: 'number',
  durationSeconds: 'number',
  conversation: 'yes-no',
  credit: 'credit',
  at: 'date',
  createdAt: 'date',
  closedAt: 'date',
  expectedCloseOn: 'date',
  stageEnteredAt: 'date',
  lastActivityAt: 'date',
}

/** Of one of a source's own, what most facts have there; text where none has it. */
export const kindOfField = (field: string, known: readonly KnownField[]): FieldKind =>
  ownKinds[field] ?? known.find((each) => each.field === field)?.kind ?? 'text'

/** A person reads `in` as "is", with several values. */
const testsByKind: Readonly<Record<FieldKind, readonly ConditionTest[]>> = {
  text: ['is', 'isNot', 'exists', 'missing'],
  number: ['atLeast', 'atMost', 'is', 'isNot', 'exists', 'missing'],
  'yes-no': ['is'],
  date: ['exists', 'missing'],
  credit: ['is'],
}
export const testsOf = (kind: FieldKind): readonly ConditionTest[] => testsByKind[kind]

const dealFields = [
  'status',
  'stage',
  'amount',
  'product',
  'source',
  'name',
  'account',
  'closedAt',
  'expectedCloseOn',
  'lastActivityAt',
  'stageEnteredAt',
] as const
const activityFields = [
  'kind',
  'conversation',
  'durationSeconds',
  'outcome',
  'source',
  'deal',
  'account',
] as const

/** Whether it counts what happened to deals, so that it can ask for all that deals have. */
export const countsDealEvents = ({ from, where }: Pick<FactsSentence, 'from' | 'where'>): boolean =>
  from === 'activity' &&
  where.some(
    ({ field, test, values }) =>
      field === 'kind' &&
      (test === 'is' || test === 'in') &&
      values.length > 0 &&
      values.every((value) => String(value).startsWith('deal.')),
  )

const ownFields = (known: readonly KnownField[]): readonly string[] =>
  known.flatMap(({ field }) => (field.startsWith('fields.') ? [field] : []))

const nothingKnown: Pick<FactFieldsAnswer, 'deal' | 'activity'> = { deal: [], activity: [] }

/** What a condition may ask about; `credit` stands elsewhere in the sentence. Those that a source alone has come last. */
export const fieldsOf = (
  sentence: Pick<FactsSentence, 'from' | 'where'>,
  known: Pick<FactFieldsAnswer, 'deal' | 'activity'> = nothingKnown,
): readonly string[] => {
  if (sentence.from === 'deal') return [...dealFields, ...ownFields(known.deal)]
  const own = ownFields(known.activity)
  if (!countsDealEvents(sentence)) return [...activityFields, ...own]
  return [...new Set(['kind', ...dealFields, ...ownFields(known.deal), ...own])]
}

/** Numbers that can be added up or averaged. `weightedAmount` needs the floor's probabilities of stages. */
export const numbersOf = (
  from: From,
  known: Pick<FactFieldsAnswer, 'deal' | 'activity'>,
  floor: Pick<FloorFile['floor'], 'stageProbabilities'>,
): readonly string[] => {
  const own = known[from].flatMap(({ field, kind }) =>
    field.startsWith('fields.') && kind === 'number' ? [field] : [],
  )
  const hasProbabilities = Object.keys(floor.stageProbabilities).length > 0
  return from === 'deal'
    ? ['amount', ...(hasProbabilities ? ['weightedAmount'] : []), ...own]
    : ['durationSeconds', ...own]
}

/** An activity has but one date. */
export const measuresOf = (from: From): readonly SentenceMeasure['how'][] =>
  from === 'deal' ? ['count', 'sum', 'mean', 'days'] : ['count', 'sum', 'mean']

/** The other kind of facts: what they do not have goes, and the date is one that they have. */
export const withFrom = (sentence: FactsSentence, from: From): FactsSentence => {
  if (sentence.from === from) return sentence
  const { measure } = sentence
  const isOwn = 'field' in measure && measure.field.startsWith('fields.')
  const next = { from, where: [] as readonly SentenceCondition[] }
  const fields = new Set<string>([...fieldsOf(next), 'credit'])
  return {
    ...sentence,
    from,
    date: from === 'deal' ? 'createdAt' : 'at',
    measure: measure.how === 'count' || isOwn ? measure : { how: 'count' },
    where: sentence.where.filter(({ field }) => field.startsWith('fields.') || fields.has(field)),
  }
}

/** One of a kind, with a value where only one makes sense to begin with. */
export const newCondition = (field: string, kind: FieldKind): SentenceCondition => {
  const [test = 'is'] = testsOf(kind)
  return { field, test, values: kind === 'yes-no' ? [true] : kind === 'credit' ? ['owner'] : [] }
}

/** With these values, and the test that takes as many. */
export const withValues = (
  condition: SentenceCondition,
  values: SentenceCondition['values'],
): SentenceCondition => {
  const { test } = condition
  const isNegative = test === 'isNot' || test === 'notIn'
  if (!isNegative && test !== 'is' && test !== 'in') return { ...condition, values }
  return {
    ...condition,
    values,
    test: values.length > 1 ? (isNegative ? 'notIn' : 'in') : isNegative ? 'isNot' : 'is',
  }
}

/** With another test: values stay where it takes such. */
export const withTest = (condition: SentenceCondition, test: ConditionTest): SentenceCondition => {
  if (test === 'exists' || test === 'missing') return { ...condition, test, values: [] }
  const { values } = condition
  if (test === 'atLeast' || test === 'atMost')
    return { ...condition, test, values: values.filter((value) => typeof value === 'number').slice(0, 1) }
  return withValues({ ...condition, test }, values)
}

/** Metrics that a ratio or points can be made of: not those that are made of it, and none that counts no more. */
export const partsFor = (metrics: readonly Metric[], id: string | null): readonly Metric[] => {
  const partIds = ({ of }: Metric): readonly string[] =>
    'ratio' in of ? of.ratio : 'points' in of ? of.points.map(([part]) => part) : []
  const byId = new Map(metrics.map((metric) => [metric.id, metric]))
  const leadsTo = (from: Metric, seen: Set<string>): boolean =>
    from.id === id ||
    partIds(from).some((part) => {
      const next = byId.get(part)
      if (next === undefined || seen.has(part)) return false
      seen.add(part)
      return leadsTo(next, seen)
    })
  return metrics.filter((metric) => metric.retired === undefined && !leadsTo(metric, new Set()))
}

type Unit = Metric['unit']

/** What a ratio of two metrics can be shown as, the usual one first. A percentage compares like with like. */
export const ratioUnits = (above: Unit | undefined, below: Unit | undefined): readonly Unit[] => {
  if (above === undefined || below === undefined) return ['percent', 'money', 'count']
  if (above === below) return ['percent', 'count']
  return above === 'money' ? ['money'] : ['count']
}

/** What is asked for where that can be, else the usual one. */
export const ratioUnit = (above: Unit | undefined, below: Unit | undefined, asked: Unit): Unit => {
  const units = ratioUnits(above, below)
  return units.includes(asked) ? asked : (units[0] ?? 'percent')
}
