// When the next step of an award is: "Vote until Tue, Dec 2, 4:00 PM".

import { isolated } from '../../../shared/domain/words/format.ts'
import type { AwardView } from '../../../shared/wire/boards/award-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { zonedFormat } from '../../ui/zoned-format.ts'

type When = Pick<AwardView, 'phase' | 'nominatesFrom' | 'votesFrom' | 'closesAt' | 'by'>

export const useWhenWords = (): ((view: When, now: number) => string) => {
  const { format, locale, timeZone } = useSurroundings()
  const { say } = format
  const yearOf = (at: number): string => zonedFormat(at, locale, timeZone, { year: 'numeric' })
  const day = (at: number, now: number): string =>
    isolated(
      zonedFormat(at, locale, timeZone, {
        ...{ weekday: 'short', month: 'short', day: 'numeric' },
        ...(yearOf(at) !== yearOf(now) && { year: 'numeric' }),
      }),
    )
  const moment = (at: number): string =>
    isolated(
      zonedFormat(at, locale, timeZone, {
        ...{ weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
      }),
    )
  return ({ phase, by, nominatesFrom, votesFrom, closesAt }, now) => {
    if (phase === 'voting')
      return say({ id: 'award.when.voting', defaultMessage: 'Vote until {when}' }, { when: moment(closesAt) })
    if (phase === 'coming')
      return say(
        { id: 'award.when.coming', defaultMessage: 'Begins {when}' },
        { when: day(nominatesFrom, now) },
      )
    return by === 'metric' || votesFrom === null
      ? say({ id: 'award.when.decided', defaultMessage: 'Decided {when}' }, { when: moment(closesAt) })
      : say({ id: 'award.when.opens', defaultMessage: 'Votes from {when}' }, { when: day(votesFrom, now) })
  }
}
