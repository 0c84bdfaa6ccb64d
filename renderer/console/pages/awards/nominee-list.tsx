// Those who stand for it, with why; while votes are taken, each with the button that gives one.
import { Vote } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { createFormat } from '../../../../shared/domain/words/format.ts'
import type { AwardInHand, AwardQueue } from '../../api/awards.ts'
import { useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { TakeBack, WaitsForNetwork } from '../../shell/phone-queue-notes.tsx'
import { useSay } from '../../words/words.tsx'

interface NomineeListProps {
  readonly of: AwardInHand
  /** Who asks, on the floor; null: nobody. */
  readonly person: string | null
  readonly queue: AwardQueue
}

export function NomineeList({ of, person, queue }: NomineeListProps) {
  const say = useSay()
  const currency = useMe()?.floor.currency ?? 'USD'
  const locale = useMe()?.floor.locale ?? 'en-US'
  const { award, on, nominees, mayVote, metric, onPhone } = of
  const { value: valueText } = createFormat({ locale, currency })
  return (
    <ul className="lines">
      {nominees.map(({ person: nominee, nominations, value }) => (
        <li key={nominee.id} className="line award-nominee">
          <div className="grow">
            <h3>
              <bdi>{nominee.name}</bdi>
            </h3>
            {metric !== null && value !== null && (
              <p className="soft small">
                {valueText(value, metric.unit)} {metric.name}
              </p>
            )}
            {nominations.map(({ id, words, author, isOwn, mayTakeBack }) => (
              <div key={id} className="award-reason">
                <div className="grow">
                  <p dir="auto">{`“${words}”`}</p>
                  {onPhone.has(id) ? (
                    <WaitsForNetwork />
                  ) : isOwn ? (
                    <p className="soft small">
                      <FormattedMessage id="console.award.own" defaultMessage="By you" />
                    </p>
                  ) : (
                    author !== null && (
                      <p className="soft small">
                        <FormattedMessage
                          id="console.award.author"
                          defaultMessage="By {name}; only who looks after one of the two sees that"
                          values={{ name: <bdi>{author.name}</bdi> }}
                        />
                      </p>
                    )
                  )}
                </div>
                {mayTakeBack && <TakeBack thing={words} onPress={() => queue.takeBack(id, words)} />}
              </div>
            ))}
          </div>
          {mayVote && nominee.id !== person && (
            <Button
              size="large"
              icon={<Vote aria-hidden="true" />}
              aria-label={say(
                { id: 'console.award.vote.for', defaultMessage: 'Vote for {name}' },
                { name: nominee.name },
              )}
              onPress={() => queue.vote(award.id, { on, person: nominee.id })}
            >
              <FormattedMessage id="console.award.vote" defaultMessage="Vote" />
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
