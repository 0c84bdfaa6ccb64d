// Why a TV that had a screen is to be paired again, in a sentence; null for one that is new.
import type { Say } from '../../../shared/domain/words/say.ts'
import type { RefusedTv } from '../../../shared/wire/pairing.ts'

export const whyWords = (refused: RefusedTv | null, locale: string, say: Say): string | null => {
  switch (refused?.pairing) {
    case 'revoked': {
      const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
      return say(
        {
          id: 'pairing.revoked',
          defaultMessage: 'This screen was taken off the wall by {name} on {when}.',
        },
        { name: refused.by, when: when.format(refused.at) },
      )
    }
    case 'screen-gone':
      return say(
        {
          id: 'pairing.screen-gone',
          defaultMessage:
            'The screen “{screen}” is no longer on this floor. It was taken out of it, or has another name.',
        },
        { screen: refused.screen },
      )
    default:
      return null
  }
}
