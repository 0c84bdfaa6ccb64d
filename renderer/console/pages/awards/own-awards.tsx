// On a rep's own day: what is open, and until when.
import { useQuery } from '@tanstack/react-query'
import { Award, Vote } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { useStore } from '../../../live/use-store.ts'
import { awardsQuery, useAwardQueue, withAwardsWaiting } from '../../api/awards.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useAwardWords } from './award-words.ts'
import './awards.css'

/** Above all else, until they have voted. */
export function OwnVotes({ account }: { readonly account: string }) {
  const words = useAwardWords()
  const queue = useAwardQueue(account)
  const state = useStore(queue.state, (each) => each)
  const { data: answer } = useQuery(awardsQuery)
  if (!answer) return null
  const open = withAwardsWaiting(answer, state.waiting).filter(
    ({ mayVote, hasVoted, nominees }) =>
      mayVote && !hasVoted && nominees.some(({ person }) => person.id !== answer.person?.id),
  )
  return open.map(({ award, closesAt, period }) => (
    <Card key={award.id} title={<bdi>{award.name}</bdi>} note={period}>
      <p className="soft">
        <FormattedMessage
          id="console.award.own.vote.note"
          defaultMessage="You have one vote until {when}. Nobody is told for whom it was."
          values={{ when: words.moment(closesAt) }}
        />
      </p>
      <div className="award-go">
        <ButtonLink look="primary" href="/awards" icon={<Vote aria-hidden="true" />}>
          <FormattedMessage id="console.award.vote" defaultMessage="Vote" />
        </ButtonLink>
      </div>
    </Card>
  ))
}

export function NominateLinks() {
  const { data: answer } = useQuery(awardsQuery)
  if (!answer) return null
  return answer.awards
    .filter(({ mayNominate, colleagues }) => mayNominate && colleagues.length > 0)
    .map(({ award }) => (
      <ButtonLink key={award.id} href="/awards" icon={<Award aria-hidden="true" />}>
        <span>
          <FormattedMessage
            id="console.award.link"
            defaultMessage="Nominate for {award}"
            values={{ award: <bdi>{award.name}</bdi> }}
          />
        </span>
      </ButtonLink>
    ))
}
