import type { Say } from '../../../shared/domain/words/say.ts'
import type { ChoiceAnswer, FeedChoice } from '../../../shared/wire/kiosk.ts'

/** What is happening or went wrong; null where nothing was asked. */
export const answerWords = (
  asked: FeedChoice | null,
  answer: ChoiceAnswer | null,
  say: Say,
): string | null => {
  if (asked?.kind === 'this-computer')
    return say({ id: 'set-up.starting', defaultMessage: 'The floor starts on this computer…' })
  if (asked !== null)
    return say({ id: 'set-up.asking', defaultMessage: 'Asking whether Floorboard is there…' })
  switch (answer) {
    case 'no-address':
      return say({
        id: 'set-up.no-address',
        defaultMessage: 'That is no address. One looks like floor.local or 10.0.0.7:4400.',
      })
    case 'no-answer':
      return say({
        id: 'set-up.no-answer',
        defaultMessage: 'Nothing answers there. Is it switched on, and in the same network?',
      })
    case 'no-feed':
      return say({
        id: 'set-up.no-feed',
        defaultMessage: 'Something answers there, but it is not Floorboard.',
      })
    default:
      return null
  }
}
