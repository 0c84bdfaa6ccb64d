// What was said lately, and how it is taken back.
import { Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { ShownThanks, ThanksQueue } from '../../api/thanks.ts'
import { Card } from '../../kit/card.tsx'
import { Tag } from '../../kit/tag.tsx'
import { TakeBack, WaitsForNetwork } from '../../shell/phone-queue-notes.tsx'
import { useThanksHowWords } from './use-thanks-how-words.ts'

interface ThanksLinesProps {
  readonly title: ReactNode
  readonly thanks: readonly ShownThanks[]
  readonly queue: ThanksQueue
}

export function ThanksLines({ title, thanks, queue }: ThanksLinesProps) {
  const howWords = useThanksHowWords()
  if (thanks.length === 0) return null
  return (
    <Card title={title}>
      <ul className="lines">
        {thanks.map(
          ({ id, helper, helped, words, account, how, at, isConfirmed, isWaiting, mayTakeBack }) => (
            <li key={id} className="line">
              <div className="grow">
                <h3>
                  <FormattedMessage
                    id="console.thanks.line"
                    defaultMessage="{helper} helped {helped}"
                    values={{ helper: <bdi>{helper.name}</bdi>, helped: <bdi>{helped.name}</bdi> }}
                  />
                </h3>
                <p dir="auto">{`“${words}”`}</p>
                <p className="soft small">
                  <FormattedDate value={at} weekday="short" day="numeric" month="short" />
                  {how !== null && ` · ${howWords.helped(how)}`}
                  {account !== null && (
                    <>
                      {' · '}
                      <bdi>{account}</bdi>
                    </>
                  )}
                </p>
                {isWaiting ? (
                  <WaitsForNetwork />
                ) : (
                  !isConfirmed && (
                    <Tag tone="private">
                      <Hourglass aria-hidden="true" />
                      <FormattedMessage
                        id="console.thanks.unconfirmed"
                        defaultMessage="counts once {name} confirms it"
                        values={{ name: <bdi>{helped.name}</bdi> }}
                      />
                    </Tag>
                  )
                )}
              </div>
              {mayTakeBack && <TakeBack thing={words} onPress={() => queue.takeBack(id, words)} />}
            </li>
          ),
        )}
      </ul>
    </Card>
  )
}
