// What waits for the network, and what the feed did not take.
import { CloudOff } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { PhoneQueueState } from '../../api/phone-queue.ts'
import type { ThanksOp, ThanksQueue } from '../../api/thanks.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useFailureWords } from '../../shell/failure-words.ts'

interface ThanksTroublesProps {
  readonly state: PhoneQueueState<ThanksOp>
  readonly queue: ThanksQueue
}

export function ThanksTroubles({ state: { waiting, trouble, refused }, queue }: ThanksTroublesProps) {
  const failureWords = useFailureWords()
  return (
    <>
      {refused.map(({ op, failure }) => (
        <Notice
          key={op.key}
          tone="bad"
          title={<FormattedMessage id="console.hand.refused" defaultMessage="This was not taken" />}
          actions={
            <Button size="small" onPress={() => queue.dismiss(op.key)}>
              <FormattedMessage id="console.hand.seen" defaultMessage="I have seen it" />
            </Button>
          }
        >
          <p>
            <bdi>{`“${op.do === 'say' ? op.said.words : op.words}”`}</bdi>
            {': '}
            {failureWords(failure)}
          </p>
        </Notice>
      ))}
      <div className="hand-said" role="status">
        {waiting.length > 0 && trouble !== null && (
          <>
            <CloudOff aria-hidden="true" />
            <span className="grow">
              {trouble === 'signed-out' ? (
                <FormattedMessage
                  id="console.hand.kept.signed-out"
                  defaultMessage="{count, plural, one {One entry is} other {# entries are}} kept on this phone until you sign in again."
                  values={{ count: waiting.length }}
                />
              ) : (
                <FormattedMessage
                  id="console.hand.kept"
                  defaultMessage="No connection. {count, plural, one {One entry is} other {# entries are}} kept on this phone and sent by itself."
                  values={{ count: waiting.length }}
                />
              )}
            </span>
          </>
        )}
      </div>
    </>
  )
}
