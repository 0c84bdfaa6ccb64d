// What is entered by hand, in a sales floor's words.
import { useIntl } from 'react-intl'
import { type HandFault, handDays } from '../../../../shared/domain/facts/by-hand.ts'
import { exponentOf } from '../../../../shared/domain/words/currency-exponent.ts'
import { dealByHand, type HandChoice } from '../../../../shared/wire/by-hand.ts'
import { useSay } from '../../words/words.tsx'

type Named = Pick<HandChoice, 'what' | 'name'>

/** In whole units where there is nothing behind the point. */
export const useAmountWords = (): ((minor: number, currency: string) => string) => {
  const { formatNumber } = useIntl()
  return (minor, currency) => {
    const amount = minor / 10 ** exponentOf(currency)
    return formatNumber(amount, {
      ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
      ...(Number.isInteger(amount) && { maximumFractionDigits: 0 }),
    })
  }
}

export const useHandWords = () => {
  const say = useSay()
  return {
    /** On the button. */
    button: ({ what, name }: Named): string => {
      if (name !== null) return name
      if (what === 'call') return say({ id: 'console.hand.call', defaultMessage: 'Log a call' })
      if (what === 'meeting') return say({ id: 'console.hand.meeting', defaultMessage: 'Log a meeting' })
      if (what === dealByHand) return say({ id: 'console.hand.deal', defaultMessage: 'Ring the gong' })
      return what
    },
    /** One of them. */
    thing: (what: string): string => {
      if (what === 'call') return say({ id: 'console.hand.a-call', defaultMessage: 'Call' })
      if (what === 'meeting') return say({ id: 'console.hand.a-meeting', defaultMessage: 'Meeting' })
      if (what === dealByHand) return say({ id: 'console.hand.a-deal', defaultMessage: 'Won deal' })
      return what
    },
    /** Null: none was chosen. */
    outcome: (what: string, outcome: string | null): string => {
      if (outcome === 'conversation')
        return say({ id: 'console.hand.conversation', defaultMessage: 'Spoke with them' })
      if (outcome === 'voicemail') return say({ id: 'console.hand.voicemail', defaultMessage: 'Voicemail' })
      if (outcome !== null) return outcome
      return what === 'call'
        ? say({ id: 'console.hand.no-answer', defaultMessage: 'No answer' })
        : say({ id: 'console.hand.no-outcome', defaultMessage: 'Nothing to add' })
    },
    fault: (fault: HandFault): string => {
      switch (fault) {
        case 'not-offered':
          return say({
            id: 'console.hand.not-offered',
            defaultMessage: 'This floor does not take that by hand any more, or not from you.',
          })
        case 'future':
          return say({
            id: 'console.hand.future',
            defaultMessage: 'That is in the future. Enter it once it has happened.',
          })
        case 'too-old':
          return say(
            {
              id: 'console.hand.too-old',
              defaultMessage:
                'That was more than {days, plural, one {# day} other {# days}} ago. Ask an admin to import it.',
            },
            { days: handDays },
          )
        case 'no-amount':
          return say({ id: 'console.hand.no-amount', defaultMessage: 'How much is the deal worth?' })
        case 'too-much':
          return say({
            id: 'console.hand.too-much',
            defaultMessage: 'That is more than a deal here can be. Look at the amount again.',
          })
        case 'not-a-helper':
          return say({
            id: 'console.hand.not-a-helper',
            defaultMessage: 'Who helped is a colleague who works here, and helped to win a deal.',
          })
        case 'not-an-outcome':
          return say({
            id: 'console.hand.not-an-outcome',
            defaultMessage: 'Choose what came of it again: the floor asks for something else now.',
          })
      }
    },
  }
}
