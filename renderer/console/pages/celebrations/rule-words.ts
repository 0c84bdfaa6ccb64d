// A celebration rule in a sentence.
import { useIntl } from 'react-intl'
import type { CelebrationRule } from '../../../../shared/wire/celebrations/rule.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { fieldsOf, type RuleFields } from './rule-fields.ts'

type Say = ReturnType<typeof useIntl>['formatMessage']

const bestOfWords = (say: Say, { best, bestOf }: RuleFields): string =>
  say(
    {
      id: 'console.rule-words.best',
      defaultMessage:
        'A deal among the best {best} % {of, select, team {of the team} role {of the role} rep {of their own} other {of the floor}} in 90 days',
    },
    { best, of: bestOf },
  )

/** `money`: an amount in whole units of the floor's currency. */
const dealWords = (say: Say, fields: RuleFields, money: (amount: number) => string): string => {
  if (fields.first === 'ever')
    return say({ id: 'console.rule-words.first-ever', defaultMessage: 'Somebody’s first deal ever' })
  if (fields.first === 'of-the-day')
    return say({ id: 'console.rule-words.first-today', defaultMessage: 'The first deal of the day' })
  if (fields.afterDays > 0)
    return say(
      {
        id: 'console.rule-words.back',
        defaultMessage: 'A deal after {days, plural, one {a day} other {# days}} without one',
      },
      { days: fields.afterDays },
    )
  if (fields.bar === 'amount')
    return say(
      { id: 'console.rule-words.over', defaultMessage: 'A deal of at least {amount}' },
      { amount: money(fields.amount) },
    )
  if (fields.bar === 'percentile') return bestOfWords(say, fields)
  return fields.newAccount
    ? say({ id: 'console.rule-words.new-account', defaultMessage: 'The first deal with an account' })
    : say({ id: 'console.rule-words.any-deal', defaultMessage: 'Every won deal' })
}

const metricWords = (say: Say, fields: RuleFields, metric: string): string => {
  const { kind, of, count, streak, record } = fields
  const values = { metric, of, count, streak, record }
  switch (kind) {
    case 'goal':
      return say(
        {
          id: 'console.rule-words.goal',
          defaultMessage:
            '{of, select, team {A team reaches its goal} org {The floor reaches its goal} other {Somebody reaches their goal}}: {metric}',
        },
        values,
      )
    case 'everybody':
      return say(
        {
          id: 'console.rule-words.everybody',
          defaultMessage: 'Everybody of a team is over their goal: {metric}',
        },
        values,
      )
    case 'count':
      return say(
        { id: 'console.rule-words.count', defaultMessage: '{metric} passes {count, number}' },
        values,
      )
    case 'ladder':
      return say(
        {
          id: 'console.rule-words.ladder',
          defaultMessage: 'A team climbs to its goal, step by step: {metric}',
        },
        values,
      )
    case 'record':
      return say(
        {
          id: 'console.rule-words.record',
          defaultMessage:
            '{record, select, team {A team’s record} floor {The floor’s record} other {A personal record}}: {metric}',
        },
        values,
      )
    case 'first-place':
      return say(
        { id: 'console.rule-words.first-place', defaultMessage: 'A new number one: {metric}' },
        values,
      )
    default:
      return say(
        {
          id: 'console.rule-words.streak',
          defaultMessage: 'The goal reached {streak, number} times in a row: {metric}',
        },
        values,
      )
  }
}

const dayWords = (say: Say, { day, at }: RuleFields): string =>
  say(
    {
      id: 'console.rule-words.day',
      defaultMessage:
        '{day, select, birthday {A birthday} anniversary {A year more with the company} other {A first day}}, at {at}',
    },
    { day, at },
  )

export const useRuleWords = (file: FloorFile): ((rule: CelebrationRule) => string) => {
  const { formatMessage: say, formatNumber } = useIntl()
  const money = (amount: number): string =>
    formatNumber(amount, { style: 'currency', currency: file.floor.currency, maximumFractionDigits: 0 })
  return (rule) => {
    const fields = fieldsOf(rule)
    if (fields.kind === 'day') return dayWords(say, fields)
    if (fields.kind === 'deal') return dealWords(say, fields, money)
    if (fields.kind === 'step')
      return say(
        { id: 'console.rule-words.step', defaultMessage: 'A step: {activity}' },
        { activity: fields.activity },
      )
    const metric = file.metrics.find(({ id }) => id === fields.metric)?.name ?? fields.metric
    return metricWords(say, fields, metric)
  }
}
