// One award: what can be done about it now, who stands for it, and who was chosen before.
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { NewNomination } from '../../../../shared/wire/awards.ts'
import type { AwardInHand, AwardQueue } from '../../api/awards.ts'
import { useMay } from '../../api/queries.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useAwardWords } from './award-words.ts'
import { NominateForm } from './nominate-form.tsx'
import { NomineeList } from './nominee-list.tsx'
import { PastList } from './past-list.tsx'

interface AwardCardProps {
  readonly of: AwardInHand
  readonly person: string | null
  readonly queue: AwardQueue
}

function OwnVote({ of: { hasVoted, voteWaits, nominees, closesAt }, person }: Omit<AwardCardProps, 'queue'>) {
  const words = useAwardWords()
  if (nominees.every((nominee) => nominee.person.id === person)) return null
  if (voteWaits)
    return (
      <Notice tone="info">
        <FormattedMessage
          id="console.award.vote.waits"
          defaultMessage="Your vote is on this phone, and is sent once there is a network."
        />
      </Notice>
    )
  return hasVoted ? (
    <Notice tone="good" title={<FormattedMessage id="console.award.voted" defaultMessage="You have voted" />}>
      <p>
        <FormattedMessage
          id="console.award.voted.note"
          defaultMessage="Nobody is told for whom, and it stands nowhere on this page. Until {when} another press puts your vote elsewhere."
          values={{ when: words.moment(closesAt) }}
        />
      </p>
    </Notice>
  ) : (
    <Notice
      tone="info"
      title={<FormattedMessage id="console.award.vote.title" defaultMessage="You have one vote" />}
    >
      <p>
        <FormattedMessage
          id="console.award.vote.note"
          defaultMessage="Nobody is told for whom it was, your manager and the admins neither. You can change it until {when}."
          values={{ when: words.moment(closesAt) }}
        />
      </p>
    </Notice>
  )
}

export function AwardCard({ of, person, queue }: AwardCardProps) {
  const may = useMay()
  const words = useAwardWords()
  /** A form is empty again once something was said with it. */
  const [said, setSaid] = useState(0)
  const { award, period, nominees, mayNominate, mayVote, turnout, warnings, past, metric, phase } = of
  const sayIt = (nomination: NewNomination) => {
    queue.nominate(nomination)
    setSaid((before) => before + 1)
  }
  return (
    <>
      <Card title={<bdi>{award.name}</bdi>} note={period}>
        <p className="soft">
          {words.rule(award, metric?.name ?? '')} {words.next(of)}.
        </p>
        {award.prize !== undefined && (
          <p className="soft" dir="auto">
            <FormattedMessage
              id="console.award.prize.told"
              defaultMessage="Prize: {prize}"
              values={{ prize: <bdi>{award.prize}</bdi> }}
            />
          </p>
        )}
        {warnings.map(({ id, says }) => (
          <Notice key={id} tone="warn">
            <p>{says}</p>
          </Notice>
        ))}
        {turnout !== null && phase === 'voting' && (
          <p className="strong">
            <FormattedMessage
              id="console.award.turnout"
              defaultMessage="{voted, number} of {voters, number} have voted"
              values={turnout}
            />
          </p>
        )}
        {mayVote && <OwnVote of={of} person={person} />}
        {nominees.length > 0 ? (
          <NomineeList of={of} person={person} queue={queue} />
        ) : (
          <p className="soft">
            {award.by === 'vote' ? (
              <FormattedMessage id="console.award.nobody" defaultMessage="Nobody is nominated yet." />
            ) : (
              <FormattedMessage id="console.award.nobody.metric" defaultMessage="Nobody is in front yet." />
            )}
          </p>
        )}
        {may.edit && (
          <div>
            <ButtonLink icon={<Pencil aria-hidden="true" />} href={`/awards/${award.id}/change`}>
              <FormattedMessage id="console.celebrate.rule.change" defaultMessage="Change" />
            </ButtonLink>
          </div>
        )}
      </Card>
      {mayNominate && of.colleagues.length > 0 && (
        <Card
          title={
            <FormattedMessage id="console.award.nominate.title" defaultMessage="Who made the difference?" />
          }
        >
          <NominateForm key={said} of={of} onSay={sayIt} />
        </Card>
      )}
      {past.length > 0 && (
        <Card title={<FormattedMessage id="console.award.past" defaultMessage="Chosen before" />}>
          <PastList past={past} />
        </Card>
      )}
    </>
  )
}
