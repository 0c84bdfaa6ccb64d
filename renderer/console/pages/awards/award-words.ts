// What an award is, and what can be done about it now, in words.
import { useIntl } from 'react-intl'
import type { Award, AwardState } from '../../../../shared/wire/awards.ts'
import { useSay } from '../../words/words.tsx'

export const useAwardWords = () => {
  const say = useSay()
  const { formatDate } = useIntl()
  const moment = (at: number): string =>
    formatDate(at, { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })
  const day = (at: number): string => formatDate(at, { weekday: 'short', day: 'numeric', month: 'short' })
  return {
    moment,
    /** Who decides. */
    rule: ({ by }: Pick<Award, 'by'>, metric: string): string => {
      switch (by) {
        case 'vote':
          return say({
            id: 'console.award.rule.vote',
            defaultMessage: 'The team votes, one vote each. Most votes; equals share it.',
          })
        case 'metric':
          return say(
            {
              id: 'console.award.rule.metric',
              defaultMessage: 'Whoever is best: {metric}. Equals share it.',
            },
            { metric },
          )
        case 'both':
          return say(
            {
              id: 'console.award.rule.both',
              defaultMessage:
                'The three best stand for the vote: {metric}. The team chooses one of them, with one vote each.',
            },
            { metric },
          )
      }
    },
    /** What comes next, and when. */
    next: ({ phase, nominatesFrom, votesFrom, closesAt }: AwardState): string => {
      switch (phase) {
        case 'coming':
          return say(
            { id: 'console.award.next.coming', defaultMessage: 'Begins {when}' },
            { when: day(nominatesFrom) },
          )
        case 'voting':
          return say(
            { id: 'console.award.next.voting', defaultMessage: 'Votes are taken until {when}' },
            { when: moment(closesAt) },
          )
        case 'counting':
          return say(
            { id: 'console.award.next.counting', defaultMessage: 'Decided {when}' },
            { when: moment(closesAt) },
          )
        case 'nominating':
          return votesFrom === null
            ? say(
                { id: 'console.award.next.counting', defaultMessage: 'Decided {when}' },
                { when: moment(closesAt) },
              )
            : say(
                { id: 'console.award.next.nominating', defaultMessage: 'Votes are taken from {when}' },
                { when: day(votesFrom) },
              )
      }
    },
  }
}
