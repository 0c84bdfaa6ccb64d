// What the desk of the celebrations hands to the outbox. Nobody waits for it: what could not be written is handed over again
// at the next start.
import type {
  CelebrationOutbox,
  DecidedCelebration as DeskCelebration,
} from '../celebrations/celebration-outbox.ts'
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'
import type { Outbox } from './outbox.ts'

const asDecided = (celebration: DeskCelebration): DecidedCelebration => {
  const { id, title, names, people, about, rule, isByHand, decidedAt, deal } = celebration
  return {
    id,
    title,
    names,
    people,
    about,
    rule: isByHand ? null : rule.id,
    tell: isByHand ? [] : rule.tell,
    at: decidedAt,
    deal,
  }
}

export const celebrationOutbox = (
  outbox: Pick<Outbox, 'celebrate' | 'takeBack' | 'write'>,
  onError: (what: string, error: unknown) => void,
): CelebrationOutbox => ({
  celebrate: (celebration) =>
    void outbox
      .celebrate(asDecided(celebration))
      .catch((error) => onError('what is to be told of a celebration cannot be kept', error)),
  write: (celebration, word, who) => outbox.write(asDecided(celebration), word, who),
  takeBack: ({ id }, why) =>
    void outbox
      .takeBack(id, why)
      .catch((error) => onError('what is to be corrected of a celebration cannot be kept', error)),
})
