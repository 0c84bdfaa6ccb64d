// Awards: nominate, vote, and see who was chosen; for managers also the way to a new one.
import { useQuery } from '@tanstack/react-query'
import { Award, Plus } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { AwardsAnswer } from '../../../../shared/wire/awards.ts'
import { useStore } from '../../../live/use-store.ts'
import { type AwardInHand, awardsQuery, useAwardQueue, withAwardsWaiting } from '../../api/awards.ts'
import { useMay, useMe } from '../../api/queries.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'
import { KeptOnPhone, NotTaken } from '../../shell/phone-queue-notes.tsx'
import { useSay } from '../../words/words.tsx'
import { AwardCard } from './award-card.tsx'
import './awards.css'

function Headline({ awards }: { readonly awards: readonly AwardInHand[] }) {
  const open = awards.find(({ mayVote, hasVoted }) => mayVote && !hasVoted)
  if (open !== undefined)
    return (
      <FormattedMessage
        id="console.award.headline.vote"
        defaultMessage="Who is the {award}?"
        values={{ award: <bdi>{open.award.name}</bdi> }}
      />
    )
  const voting = awards.some(({ phase }) => phase === 'voting')
  if (voting)
    return <FormattedMessage id="console.award.headline.voting" defaultMessage="The team is voting" />
  return awards.length === 0 ? (
    <FormattedMessage id="console.award.headline.none" defaultMessage="Nobody is chosen here yet" />
  ) : (
    <FormattedMessage id="console.award.headline" defaultMessage="Who made the difference?" />
  )
}

function All({ answer, account }: { readonly answer: AwardsAnswer; readonly account: string }) {
  const say = useSay()
  const may = useMay()
  const failureWords = useFailureWords()
  const queue = useAwardQueue(account)
  const state = useStore(queue.state, (each) => each)
  const awards = withAwardsWaiting(answer, state.waiting)
  const add = may.edit && (
    <ButtonLink look="primary" icon={<Plus aria-hidden="true" />} href="/new-award">
      <FormattedMessage id="console.award.new" defaultMessage="New award" />
    </ButtonLink>
  )
  return (
    <Page
      over={<FormattedMessage id="console.nav.awards" defaultMessage="Awards" />}
      title={say({ id: 'console.nav.awards', defaultMessage: 'Awards' })}
      headline={<Headline awards={awards} />}
      actions={add}
    >
      <div className="awards">
        {awards.length === 0 && (
          <Card>
            <Empty
              icon={<Award aria-hidden="true" />}
              title={<FormattedMessage id="console.award.none" defaultMessage="No award yet" />}
              action={add}
            >
              <FormattedMessage
                id="console.award.none.note"
                defaultMessage="Player of the month: colleagues nominate each other with a sentence, the sentences go up on the wall, and the team votes."
              />
            </Empty>
          </Card>
        )}
        <NotTaken
          refused={state.refused}
          onSeen={queue.dismiss}
          words={({ op, failure }) =>
            op.do === 'vote' ? (
              failureWords(failure)
            ) : (
              <>
                <bdi>{`“${op.do === 'nominate' ? op.said.words : op.words}”`}</bdi>
                {': '}
                {failureWords(failure)}
              </>
            )
          }
        />
        <div className="hand-said" role="status">
          {state.waiting.length > 0 && state.trouble !== null && (
            <KeptOnPhone waiting={state.waiting.length} trouble={state.trouble} />
          )}
        </div>
        {awards.map((award) => (
          <AwardCard key={award.award.id} of={award} person={answer.person?.id ?? null} queue={queue} />
        ))}
      </div>
    </Page>
  )
}

export function Awards() {
  const account = useMe()?.account
  const { data } = useQuery(awardsQuery)
  return data && account ? <All answer={data} account={account.id} /> : <Loading />
}
