// The words for what facts have and what is asked of it, as a sales manager says them.
import { useIntl } from 'react-intl'
import { toMinor } from '../../../../../shared/domain/counting/money.ts'
import { testsOf } from '../../../../../shared/domain/metric-drafts/choices.ts'
import type { ConditionTest, Scalar } from '../../../../../shared/domain/metric-drafts/sentence.ts'
import { createFormat } from '../../../../../shared/domain/words/format.ts'
import { useMe } from '../../../api/queries.ts'
import { useSay } from '../../../words/words.tsx'

const ownPrefix = 'fields.'

export interface FieldWords {
  /** "close date"; one of a source's own is called what the source calls it. */
  field(field: string): string
  /** A value as it stands in a condition: money in the floor's currency, a length of time in minutes. */
  value(field: string, value: Scalar): string
  /** Several of a kind of activity: "calls"; null of a kind that a source has named. */
  several(kind: Scalar): string | null
  /** What a test is called between field and value. */
  test(test: ConditionTest): string
}

/** A test that takes several values reads as the one that takes one. */
export const shownTest = (test: ConditionTest): ConditionTest =>
  test === 'in' ? 'is' : test === 'notIn' ? 'isNot' : test

/** Those to choose from, with the one that stands. */
export const shownTests = (
  kind: Parameters<typeof testsOf>[0],
  standing: ConditionTest,
): readonly ConditionTest[] => [...new Set([...testsOf(kind), shownTest(standing)])]

const secondsPerMinute = 60

export const useFieldWords = (): FieldWords => {
  const say = useSay()
  const { formatNumber } = useIntl()
  const floor = useMe()?.floor
  const currency = floor?.currency ?? 'USD'
  const money = createFormat({ locale: floor?.locale ?? 'en-US', currency })

  const names: Readonly<Record<string, string>> = {
    status: say({ id: 'console.field.status', defaultMessage: 'status' }),
    stage: say({ id: 'console.field.stage', defaultMessage: 'stage' }),
    amount: say({ id: 'console.field.amount', defaultMessage: 'amount' }),
    weightedAmount: say({ id: 'console.field.weighted', defaultMessage: 'weighted amount' }),
    product: say({ id: 'console.field.product', defaultMessage: 'product' }),
    source: say({ id: 'console.field.source', defaultMessage: 'source' }),
    name: say({ id: 'console.field.name', defaultMessage: 'name' }),
    account: say({ id: 'console.field.account', defaultMessage: 'account' }),
    id: say({ id: 'console.field.id', defaultMessage: 'id at its source' }),
    kind: say({ id: 'console.field.kind', defaultMessage: 'kind' }),
    outcome: say({ id: 'console.field.outcome', defaultMessage: 'outcome' }),
    durationSeconds: say({ id: 'console.field.duration', defaultMessage: 'duration' }),
    conversation: say({ id: 'console.field.conversation', defaultMessage: 'real conversation' }),
    deal: say({ id: 'console.field.deal', defaultMessage: 'deal' }),
    credit: say({ id: 'console.field.credit', defaultMessage: 'credit' }),
    at: say({ id: 'console.field.at', defaultMessage: 'its date' }),
    createdAt: say({ id: 'console.field.created', defaultMessage: 'creation date' }),
    closedAt: say({ id: 'console.field.closed', defaultMessage: 'close date' }),
    expectedCloseOn: say({ id: 'console.field.expected', defaultMessage: 'expected close date' }),
    lastActivityAt: say({ id: 'console.field.last-activity', defaultMessage: 'date of last activity' }),
    stageEnteredAt: say({ id: 'console.field.stage-entered', defaultMessage: 'date of last stage change' }),
  }
  const tests: Readonly<Record<ConditionTest, string>> = {
    is: say({ id: 'console.test.is', defaultMessage: 'is' }),
    in: say({ id: 'console.test.is', defaultMessage: 'is' }),
    isNot: say({ id: 'console.test.is-not', defaultMessage: 'is not' }),
    notIn: say({ id: 'console.test.is-not', defaultMessage: 'is not' }),
    atLeast: say({ id: 'console.test.at-least', defaultMessage: 'is at least' }),
    atMost: say({ id: 'console.test.at-most', defaultMessage: 'is at most' }),
    exists: say({ id: 'console.test.exists', defaultMessage: 'is filled in' }),
    missing: say({ id: 'console.test.missing', defaultMessage: 'is empty' }),
  }
  /** Values that the feed itself gives. */
  const ownValues: Readonly<Record<string, string>> = {
    'status open': say({ id: 'console.value.open', defaultMessage: 'open' }),
    'status won': say({ id: 'console.value.won', defaultMessage: 'won' }),
    'status lost': say({ id: 'console.value.lost', defaultMessage: 'lost' }),
    'credit owner': say({ id: 'console.value.owner', defaultMessage: 'the owner' }),
    'credit assist': say({ id: 'console.value.assist', defaultMessage: 'those who helped' }),
    'kind call': say({ id: 'console.value.call', defaultMessage: 'call' }),
    'kind email': say({ id: 'console.value.email', defaultMessage: 'e-mail' }),
    'kind meeting': say({ id: 'console.value.meeting', defaultMessage: 'meeting' }),
    'kind deal.created': say({ id: 'console.value.deal-created', defaultMessage: 'deal created' }),
    'kind deal.advanced': say({ id: 'console.value.deal-advanced', defaultMessage: 'deal moved a stage on' }),
    'kind deal.slipped': say({ id: 'console.value.deal-slipped', defaultMessage: 'close date slipped' }),
    'kind deal.won': say({ id: 'console.value.deal-won', defaultMessage: 'deal won' }),
    'kind deal.lost': say({ id: 'console.value.deal-lost', defaultMessage: 'deal lost' }),
    'kind deal.reopened': say({ id: 'console.value.deal-reopened', defaultMessage: 'deal reopened' }),
  }
  const plurals: Readonly<Record<string, string>> = {
    call: say({ id: 'console.kind.calls', defaultMessage: 'calls' }),
    email: say({ id: 'console.kind.emails', defaultMessage: 'e-mails' }),
    meeting: say({ id: 'console.kind.meetings', defaultMessage: 'meetings' }),
    'deal.created': say({ id: 'console.kind.created', defaultMessage: 'created deals' }),
    'deal.advanced': say({ id: 'console.kind.advanced', defaultMessage: 'moves of deals to a later stage' }),
    'deal.slipped': say({ id: 'console.kind.slipped', defaultMessage: 'slips of close dates' }),
    'deal.won': say({ id: 'console.kind.won', defaultMessage: 'won deals' }),
    'deal.lost': say({ id: 'console.kind.lost', defaultMessage: 'lost deals' }),
    'deal.reopened': say({ id: 'console.kind.reopened', defaultMessage: 'reopened deals' }),
  }
  const seconds = (value: number): string =>
    value >= secondsPerMinute && value % secondsPerMinute === 0
      ? say(
          {
            id: 'console.value.minutes',
            defaultMessage: '{minutes, plural, one {# minute} other {# minutes}}',
          },
          { minutes: value / secondsPerMinute },
        )
      : say(
          {
            id: 'console.value.seconds',
            defaultMessage: '{seconds, plural, one {# second} other {# seconds}}',
          },
          { seconds: value },
        )
  const value: FieldWords['value'] = (field, of) => {
    if (typeof of === 'boolean')
      return of
        ? say({ id: 'console.value.yes', defaultMessage: 'yes' })
        : say({ id: 'console.value.no', defaultMessage: 'no' })
    if (typeof of === 'string') return ownValues[`${field} ${of}`] ?? of
    if (field === 'amount') return money.full(toMinor(of, currency), 'money')
    return field === 'durationSeconds' ? seconds(of) : formatNumber(of, { maximumFractionDigits: 6 })
  }
  return {
    field: (field) => (field.startsWith(ownPrefix) ? field.slice(ownPrefix.length) : (names[field] ?? field)),
    value,
    several: (kind) =>
      typeof kind === 'string' && Object.hasOwn(plurals, kind) ? (plurals[kind] ?? null) : null,
    test: (test) => tests[test],
  }
}
