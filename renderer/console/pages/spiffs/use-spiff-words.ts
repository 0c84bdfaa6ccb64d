// What a spiff pays for, when, and how it stands, in words.
import { useIntl } from 'react-intl'
import { exponentOf } from '../../../../shared/domain/words/currency-exponent.ts'
import type { SpiffCut, SpiffLine, SpiffPhase, SpiffShown } from '../../../../shared/wire/spiffs.ts'
import { useSay } from '../../words/words.tsx'
import { useAmountWords } from '../by-hand/use-hand-words.ts'
import { useThanksHowWords } from '../thanks/use-thanks-how-words.ts'

/** Dates of the floor file are of no clock. */
const instantOf = (date: string): number => Date.parse(`${date}T12:00:00Z`)

export const useSpiffWords = (currency: string) => {
  const say = useSay()
  const amountWords = useAmountWords()
  const howWords = useThanksHowWords()
  const { formatDate, formatDateTimeRange, formatNumber, formatList } = useIntl()
  const minor = (amountMinor: number): string => amountWords(amountMinor, currency)
  const units = (amount: number): string => minor(Math.round(amount * 10 ** exponentOf(currency)))
  const day = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return {
    /** In minor units. */
    minor,
    /** "$10 for each help that is confirmed". */
    pays: ({ spiff, metricName }: Pick<SpiffShown, 'spiff' | 'metricName'>): string => {
      const amount = units(spiff.amount)
      switch (spiff.for) {
        case 'help':
          return spiff.how === undefined
            ? say(
                {
                  id: 'console.spiff.pays.help',
                  defaultMessage: '{amount} for each help that a colleague confirms',
                },
                { amount },
              )
            : say(
                {
                  id: 'console.spiff.pays.help.how',
                  defaultMessage: '{amount} for each confirmed help of this kind: {how}',
                },
                { amount, how: formatList(spiff.how.map(howWords.helped), { type: 'disjunction' }) },
              )
        case 'shared-win':
          return say(
            {
              id: 'console.spiff.pays.shared-win',
              defaultMessage: '{amount} for each deal that somebody helped a colleague to win',
            },
            { amount },
          )
        case 'handover':
          return say(
            {
              id: 'console.spiff.pays.handover',
              defaultMessage: '{amount} for each deal or lead handed over to a colleague',
            },
            { amount },
          )
        case 'metric':
          return say(
            {
              id: 'console.spiff.pays.metric',
              defaultMessage:
                '{isOne, select, true {{amount} for each one: {metric}} other {{amount} for every {each}: {metric}}}',
            },
            {
              ...{ amount, each: formatNumber(spiff.each ?? 1), metric: metricName ?? spiff.metric ?? '' },
              isOne: String((spiff.each ?? 1) === 1),
            },
          )
      }
    },
    when: ({ from, until }: SpiffShown['spiff']): string =>
      formatDateTimeRange(instantOf(from), instantOf(until), day),
    on: (date: string): string => formatDate(instantOf(date), { ...day, weekday: 'short' }),
    phase: (phase: SpiffPhase): string => {
      switch (phase) {
        case 'draft':
          return say({ id: 'console.spiff.phase.draft', defaultMessage: 'Draft' })
        case 'coming':
          return say({ id: 'console.spiff.phase.coming', defaultMessage: 'Begins soon' })
        case 'running':
          return say({ id: 'console.spiff.phase.running', defaultMessage: 'Runs' })
        case 'paused':
          return say({ id: 'console.spiff.phase.paused', defaultMessage: 'Paused' })
        case 'over':
          return say({ id: 'console.spiff.phase.over', defaultMessage: 'Over' })
        case 'ended':
          return say({ id: 'console.spiff.phase.ended', defaultMessage: 'Ended' })
      }
    },
    /** What limits it, a sentence each. */
    caps: ({ caps, budget, ...spiff }: SpiffShown['spiff']): readonly string[] => [
      say({ id: 'console.spiff.caps.budget', defaultMessage: '{amount} in all.' }, { amount: units(budget) }),
      ...(caps.perDay === undefined
        ? []
        : [
            say(
              { id: 'console.spiff.caps.day', defaultMessage: 'At most {amount} a day for one person.' },
              { amount: units(caps.perDay) },
            ),
          ]),
      ...(caps.perWeek === undefined
        ? []
        : [
            say(
              { id: 'console.spiff.caps.week', defaultMessage: 'At most {amount} a week for one person.' },
              { amount: units(caps.perWeek) },
            ),
          ]),
      ...(caps.perPerson === undefined
        ? []
        : [
            say(
              { id: 'console.spiff.caps.person', defaultMessage: 'At most {amount} in all for one person.' },
              { amount: units(caps.perPerson) },
            ),
          ]),
      ...(spiff.for === 'metric'
        ? []
        : [
            say(
              {
                id: 'console.spiff.caps.pair',
                defaultMessage:
                  '{times, plural, one {Once} =2 {Twice} other {# times}} a week at most between the same two people, whichever way round.',
              },
              { times: caps.pairPerWeek },
            ),
          ]),
    ],
    cut: (cut: SpiffCut): string => {
      switch (cut) {
        case 'per-day':
          return say({ id: 'console.spiff.cut.day', defaultMessage: 'the most of one day is reached' })
        case 'per-week':
          return say({ id: 'console.spiff.cut.week', defaultMessage: 'the most of one week is reached' })
        case 'per-person':
          return say({
            id: 'console.spiff.cut.person',
            defaultMessage: 'the most of one person is reached',
          })
        case 'pair':
          return say({
            id: 'console.spiff.cut.pair',
            defaultMessage: 'the same two have had enough payments this week',
          })
        case 'budget':
          return say({ id: 'console.spiff.cut.budget', defaultMessage: 'the budget is spent' })
      }
    },
    /** What somebody did, without their name. */
    did: ({ for: kind, how, other, nth, what }: SpiffLine): string => {
      const name = other?.name ?? ''
      const hasOther = String(other !== null)
      switch (kind) {
        case 'help':
          return say(
            {
              id: 'console.spiff.did.help',
              defaultMessage: 'helped {name}{hasHow, select, true { ({how})} other {}}',
            },
            { name, hasHow: String(how !== null), how: how === null ? '' : howWords.helped(how) },
          )
        case 'shared-win':
          return say(
            {
              id: 'console.spiff.did.shared-win',
              defaultMessage:
                '{hasOther, select, true {helped {name} to win a deal} other {helped to win a deal}}',
            },
            { name, hasOther },
          )
        case 'handover':
          return say(
            {
              id: 'console.spiff.did.handover',
              defaultMessage: '{hasOther, select, true {handed over to {name}} other {handed over}}',
            },
            { name, hasOther },
          )
        case 'metric':
          return say(
            { id: 'console.spiff.did.metric', defaultMessage: '{what}: payment no. {nth, number}' },
            { nth: nth ?? 0, what: what ?? '' },
          )
      }
    },
  }
}
