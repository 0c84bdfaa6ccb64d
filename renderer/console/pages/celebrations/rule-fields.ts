// A celebration rule as the form's fields, and back. What the form does not know of a rule stays as it is in the file.
import { z } from 'zod'
import {
  CelebrationLook,
  CelebrationRule,
  CelebrationSound,
} from '../../../../shared/wire/celebrations/rule.ts'
import { Condition } from '../../../../shared/wire/condition.ts'

/** Each is one kind of trigger; what else a rule says hangs on it. */
export const ruleKinds = [
  'deal',
  'step',
  'goal',
  'everybody',
  'count',
  'ladder',
  'record',
  'first-place',
  'streak',
  'day',
] as const
export type RuleKind = (typeof ruleKinds)[number]

export const RuleFields = z.object({
  name: z.string(),
  kind: z.enum(ruleKinds),
  /** Of a deal. */
  bar: z.enum(['none', 'amount', 'percentile']),
  amount: z.number(),
  /** Among the best so many percent. */
  best: z.number(),
  bestOf: z.enum(['floor', 'team', 'role', 'rep']),
  first: z.enum(['no', 'ever', 'of-the-day']),
  /** Days without a deal; 0: it does not matter. */
  afterDays: z.number(),
  newAccount: z.boolean(),
  product: z.string(),
  /** Of a step: the kind of activity, such as `meeting`. */
  activity: z.string(),
  /** Tests on the fact that the form does not show. */
  where: z.array(Condition),
  metric: z.string(),
  window: z.string(),
  of: z.enum(['rep', 'team', 'org']),
  count: z.number(),
  record: z.enum(['personal', 'team', 'floor']),
  streak: z.number(),
  steps: z.array(z.object({ percent: z.number(), reward: z.string() })),
  day: z.enum(['birthday', 'anniversary', 'first-day']),
  at: z.string(),
  team: z.string(),
  role: z.string(),
  look: z.union([CelebrationLook, z.literal('auto')]),
  sound: CelebrationSound,
  walkUp: z.boolean(),
  /** An address; empty without one. */
  media: z.string(),
  seconds: z.number(),
  priority: z.number(),
  place: z.enum(['all', 'groups', 'screens']),
  groups: z.array(z.string()),
  screens: z.array(z.string()),
  tell: z.array(z.string()),
})
export type RuleFields = z.infer<typeof RuleFields>

export const newRule: RuleFields = {
  name: '',
  kind: 'deal',
  bar: 'percentile',
  amount: 50_000,
  best: 10,
  bestOf: 'floor',
  first: 'no',
  afterDays: 0,
  newAccount: false,
  product: '',
  activity: '',
  where: [],
  metric: '',
  window: '',
  of: 'rep',
  count: 10,
  record: 'personal',
  streak: 3,
  steps: [
    { percent: 50, reward: '' },
    { percent: 100, reward: '' },
  ],
  day: 'birthday',
  at: '10:00',
  team: '',
  role: '',
  look: 'auto',
  sound: 'fanfare',
  walkUp: false,
  media: '',
  seconds: 14,
  priority: 3,
  place: 'all',
  groups: [],
  screens: [],
  tell: [],
}

const isWon = (condition: Condition): boolean => condition.field === 'status' && condition.is === 'won'
const textOf = (where: readonly Condition[], field: string): string => {
  const value = where.find((condition) => condition.field === field && condition.is !== undefined)?.is
  return typeof value === 'string' ? value : ''
}
const without = (where: readonly Condition[], field: string): Condition[] =>
  where.filter((condition) => condition.field !== field || condition.is === undefined)

type Trigger = CelebrationRule['on']

const triggerFields = (on: Trigger): Partial<RuleFields> => {
  if ('day' in on) return { kind: 'day', day: on.day, at: on.at }
  if ('metric' in on) {
    const { crosses } = on
    const shared = { metric: on.metric, window: on.window ?? '', of: on.of }
    if (typeof crosses === 'string') return { ...shared, kind: crosses }
    if ('record' in crosses) return { ...shared, kind: 'record', record: crosses.record }
    if ('value' in crosses) return { ...shared, kind: 'count', count: crosses.value }
    if ('streak' in crosses) return { ...shared, kind: 'streak', streak: crosses.streak }
    const steps = crosses.ladder.flatMap(({ at, reward }) =>
      'share' in at ? [{ percent: Math.round(at.share * 1000) / 10, reward: reward ?? '' }] : [],
    )
    return { ...shared, kind: 'ladder', steps }
  }
  const isDeal = on.from === 'deal' && on.where.some(isWon)
  const where = on.where.filter((condition) => !(isDeal && isWon(condition)))
  const over: Partial<RuleFields> =
    on.over === undefined
      ? { bar: 'none' }
      : typeof on.over === 'number'
        ? { bar: 'amount', amount: on.over }
        : {
            bar: 'percentile',
            best: Math.round((1 - on.over.percentile) * 1000) / 10,
            bestOf: typeof on.over.of === 'string' ? on.over.of : 'floor',
          }
  return {
    ...over,
    kind: isDeal ? 'deal' : 'step',
    first: on.first ?? 'no',
    afterDays: on.afterDays ?? 0,
    newAccount: on.newAccount ?? false,
    product: isDeal ? textOf(where, 'product') : '',
    activity: isDeal ? '' : textOf(where, 'kind'),
    where: without(where, isDeal ? 'product' : 'kind'),
  }
}

/** Whether the form can say all of a rule's trigger. One that it cannot say keeps its trigger, and the form shows the rest. */
export const isSayable = ({ on }: CelebrationRule): boolean => {
  if ('day' in on) return true
  if ('metric' in on)
    return (
      typeof on.crosses === 'string' ||
      !('ladder' in on.crosses) ||
      on.crosses.ladder.every(({ at }) => 'share' in at)
    )
  if (typeof on.over === 'object' && typeof on.over.of !== 'string') return false
  return on.from === 'activity' || on.where.some(isWon)
}

export const fieldsOf = (rule: CelebrationRule): RuleFields => ({
  ...newRule,
  ...triggerFields(rule.on),
  name: rule.name,
  team: rule.team ?? '',
  role: rule.role ?? '',
  look: rule.look ?? 'auto',
  sound: rule.sound,
  walkUp: rule.walkUp,
  media: rule.media ?? '',
  seconds: rule.seconds,
  priority: rule.priority,
  place: rule.screens ? 'screens' : rule.groups ? 'groups' : 'all',
  groups: rule.groups ?? [],
  screens: rule.screens ?? [],
  tell: rule.tell,
})

const factTrigger = (fields: RuleFields): unknown => {
  const { kind, bar, amount, best, bestOf, first, afterDays, newAccount, product, activity, where } = fields
  const test = (field: string, is: string): readonly Condition[] =>
    is.trim() === '' ? [] : [{ field, is: is.trim() }]
  const deal = kind === 'deal'
  return {
    from: deal ? 'deal' : 'activity',
    where: deal
      ? [{ field: 'status', is: 'won' }, ...test('product', product), ...where]
      : [...test('kind', activity), ...where],
    ...(deal && bar === 'amount' && { over: amount }),
    ...(deal &&
      bar === 'percentile' && { over: { percentile: Math.round((100 - best) * 10) / 1000, of: bestOf } }),
    ...(first !== 'no' && { first }),
    ...(deal && afterDays > 0 && { afterDays }),
    ...(deal && newAccount && { newAccount: true }),
  }
}

const metricTrigger = ({ kind, metric, window, of, count, record, streak, steps }: RuleFields): unknown => {
  const crosses =
    kind === 'record'
      ? { record }
      : kind === 'count'
        ? { value: count }
        : kind === 'streak'
          ? { streak }
          : kind === 'ladder'
            ? {
                ladder: steps.map(({ percent, reward }) => ({
                  at: { share: percent / 100 },
                  ...(reward.trim() !== '' && { reward: reward.trim() }),
                })),
              }
            : kind
  const whose = kind === 'everybody' ? 'team' : of
  return { metric, ...(window.trim() !== '' && { window: window.trim() }), of: whose, crosses }
}

const triggerOf = (fields: RuleFields): unknown => {
  if (fields.kind === 'day') return { day: fields.day, at: fields.at }
  return fields.kind === 'deal' || fields.kind === 'step' ? factTrigger(fields) : metricTrigger(fields)
}

/** `before`: the rule that is changed, whose other fields stay. */
export const ruleOf = (fields: RuleFields, id: string, before: CelebrationRule | null) => {
  const {
    team: _team,
    role: _role,
    look: _look,
    screens: _screens,
    groups: _groups,
    media: _media,
    ...kept
  } = before ?? {}
  return CelebrationRule.safeParse({
    ...kept,
    id,
    name: fields.name.trim(),
    on: before !== null && !isSayable(before) ? before.on : triggerOf(fields),
    ...(fields.team !== '' && { team: fields.team }),
    ...(fields.role !== '' && { role: fields.role }),
    ...(fields.look !== 'auto' && { look: fields.look }),
    sound: fields.sound,
    walkUp: fields.walkUp,
    ...(fields.media !== '' && { media: fields.media }),
    seconds: fields.seconds,
    priority: fields.priority,
    ...(fields.place === 'screens' && { screens: fields.screens }),
    ...(fields.place === 'groups' && { groups: fields.groups }),
    tell: fields.tell,
  })
}
