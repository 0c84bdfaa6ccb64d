// The line at the foot of an award: what can be done about it, or how it was decided.
import type { Say } from '../../../shared/domain/words/say.ts'
import { fewestToldVotes } from '../../../shared/wire/awards.ts'
import type { AwardView } from '../../../shared/wire/boards/award-board.ts'

type Part = Pick<AwardView, 'by' | 'counts' | 'phase' | 'chosen'>

export const awardFoot = ({ by, counts, phase, chosen }: Part, say: Say): string => {
  if (chosen !== null) {
    if (chosen.by === 'metric')
      return say(
        { id: 'award.foot.by-metric', defaultMessage: 'Whoever was best: {counts}' },
        { counts: chosen.counts ?? '' },
      )
    if (chosen.votes !== null)
      return say(
        {
          id: 'award.foot.votes',
          defaultMessage: '{votes, plural, one {One vote} other {# votes}} of {voted}, one each',
        },
        { votes: chosen.votes, voted: chosen.voted },
      )
    return chosen.voted >= fewestToldVotes
      ? say(
          { id: 'award.foot.voted', defaultMessage: 'Chosen by {voted} colleagues, with one vote each' },
          { voted: chosen.voted },
        )
      : say({ id: 'award.foot.by-vote', defaultMessage: 'Chosen by vote of the team' })
  }
  if (by === 'metric')
    return say(
      { id: 'award.foot.metric', defaultMessage: 'Whoever is best at the end is chosen: {counts}' },
      { counts: counts ?? '' },
    )
  if (phase === 'voting')
    return say({
      id: 'award.foot.voting',
      defaultMessage: 'One vote each, on your phone. Nobody is told whom you chose',
    })
  return by === 'both'
    ? say(
        { id: 'award.foot.both', defaultMessage: 'The three best stand for the vote of the team: {counts}' },
        { counts: counts ?? '' },
      )
    : say({ id: 'award.foot.nominating', defaultMessage: 'Who made the difference? Say so on your phone' })
}
