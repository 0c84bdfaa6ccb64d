// "Bo says that they helped you": confirmed with one press.
import { HeartHandshake } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { AwaitingThanks } from '../../../../shared/wire/thanks.ts'
import type { ThanksQueue } from '../../api/thanks.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useThanksHowWords } from './use-thanks-how-words.ts'

interface AskedToConfirmProps {
  readonly awaiting: readonly AwaitingThanks[]
  readonly queue: ThanksQueue
}

export function AskedToConfirm({ awaiting, queue }: AskedToConfirmProps) {
  const howWords = useThanksHowWords()
  if (awaiting.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.thanks.asked" defaultMessage="Did they help you?" />}>
      <ul className="lines">
        {awaiting.map(({ id, helper, words, account, how }) => (
          <li key={id} className="line thanks-asked">
            <div className="grow">
              <h3>
                <bdi>{helper.name}</bdi>
              </h3>
              <p dir="auto">{`“${words}”`}</p>
              {(account !== null || how !== null) && (
                <p className="soft small" dir="auto">
                  {[
                    ...(how === null ? [] : [howWords.helped(how)]),
                    ...(account === null ? [] : [account]),
                  ].join(' · ')}
                </p>
              )}
            </div>
            <div className="thanks-presses">
              <Button
                look="primary"
                size="large"
                icon={<HeartHandshake aria-hidden="true" />}
                onPress={() => queue.confirm(id, words)}
              >
                <FormattedMessage id="console.thanks.confirm" defaultMessage="Yes, thank you" />
              </Button>
              <Button size="large" onPress={() => queue.takeBack(id, words)}>
                <FormattedMessage id="console.thanks.decline" defaultMessage="No, not this" />
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
