// What a manager should know before a spiff runs: who could pay each other, how soon the budget is spent, who gets most of it.
import type { Spiff, SpiffWarning } from '../../wire/spiffs.ts'
import type { FloorModel } from '../counting/floor-model.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { createFormat } from '../words/format.ts'
import type { SpiffDue } from './dues.ts'
import { daysOfSpiff } from './earned.ts'
import { trialDays } from './trial.ts'

export interface SpiffGuardParts {
  readonly spiff: Spiff
  /** Of the floor on which it would run. */
  readonly model: FloorModel
  /** What it would have paid in the last four weeks. */
  readonly past: readonly SpiffDue[]
}

/** Whoever gets more than this of everything takes most of it. */
const mostShare = 0.5
/** Of fewer people nothing is said. */
const fewPeople = 3

type Guard = (parts: SpiffGuardParts) => readonly SpiffWarning[]

const totalOf = (past: SpiffGuardParts['past']): number =>
  past.reduce((sum, { amountMinor }) => sum + amountMinor, 0)

const noThanks: Guard = ({ spiff, model }) =>
  spiff.for !== 'help' || model.file.floor.thanks !== undefined
    ? []
    : [
        {
          id: 'no-thanks',
          says: model.say({
            id: 'spiff.guard.no-thanks',
            defaultMessage:
              'Nobody can say thank you on this floor yet, so nobody would be paid: an admin turns thanks on under Sources.',
          }),
        },
      ]

const nobody: Guard = ({ model, past }) =>
  past.some(({ amountMinor }) => amountMinor > 0)
    ? []
    : [
        {
          id: 'nobody',
          says: model.say({
            id: 'spiff.guard.nobody',
            defaultMessage: 'In the last four weeks nobody would have been paid anything.',
          }),
        },
      ]

const pair: Guard = ({ spiff, model }) => {
  if (spiff.for === 'metric') return []
  const { amount, caps, budget } = spiff
  const minorPerUnit = 10 ** exponentOf(model.file.floor.currency)
  // Each of the two can also be at their own limit.
  const both = Math.min(caps.pairPerWeek * amount, 2 * (caps.perWeek ?? Number.POSITIVE_INFINITY), budget)
  const says = model.say(
    {
      id: 'spiff.guard.pair',
      defaultMessage:
        'Two people who take turns could bring each other {amount} a week, and no more: {times, plural, one {one payment} other {# payments}} a week between the same two, whichever way round.',
    },
    {
      amount: createFormat(model.file.floor).full(Math.round(both * minorPerUnit), 'money'),
      times: caps.pairPerWeek,
    },
  )
  return [{ id: 'pair', says }]
}

const fast: Guard = ({ spiff, model, past }) => {
  const total = totalOf(past)
  const { from, to } = daysOfSpiff(spiff)
  const budgetMinor = spiff.budget * 10 ** exponentOf(model.file.floor.currency)
  const days = Math.max(1, Math.floor((budgetMinor * trialDays) / Math.max(1, total)))
  if (total === 0 || days >= to - from) return []
  const says = model.say(
    {
      id: 'spiff.guard.fast',
      defaultMessage:
        'At the pace of the last four weeks the budget would be spent in {days, plural, one {one day} other {# days}}, and it runs for {length, plural, one {one day} other {# days}}.',
    },
    { days, length: to - from },
  )
  return [{ id: 'fast', says }]
}

const noCap: Guard = ({ spiff: { caps }, model }) =>
  caps.perDay !== undefined || caps.perWeek !== undefined || caps.perPerson !== undefined
    ? []
    : [
        {
          id: 'no-cap',
          says: model.say({
            id: 'spiff.guard.no-cap',
            defaultMessage:
              'One person alone could earn the whole budget: nothing limits what somebody gets.',
          }),
        },
      ]

const oneTakesMost: Guard = ({ model, past }) => {
  const sums = new Map<string, number>()
  for (const { earned, amountMinor } of past)
    if (amountMinor > 0) sums.set(earned.person, (sums.get(earned.person) ?? 0) + amountMinor)
  const [first] = [...sums].sort(([, one], [, other]) => other - one)
  const total = totalOf(past)
  if (first === undefined || sums.size < fewPeople || first[1] <= total * mostShare) return []
  const name = model.roster.people.find(({ id }) => id === first[0])?.name ?? first[0]
  const says = model.say(
    {
      id: 'spiff.guard.one-takes-most',
      defaultMessage: '{name} would have got {share} of it in the last four weeks.',
    },
    { name, share: createFormat(model.file.floor).value(first[1] / total, 'percent') },
  )
  return [{ id: 'one-takes-most', says }]
}

const whateverComes: Guard = ({ spiff, model }) => {
  const metric = spiff.metric === undefined ? null : model.metric(spiff.metric)?.metric
  if (metric?.indicator !== 'input') return []
  const says = model.say(
    {
      id: 'spiff.guard.whatever-comes',
      defaultMessage: 'This pays for {metric}, whatever comes of it.',
    },
    { metric: metric.name },
  )
  return [{ id: 'whatever-comes', says }]
}

/** In the floor's language, what weighs most first. */
export const spiffWarnings = (parts: SpiffGuardParts): readonly SpiffWarning[] =>
  [noThanks, nobody, fast, oneTakesMost, noCap, whateverComes, pair].flatMap((guard) => guard(parts))
