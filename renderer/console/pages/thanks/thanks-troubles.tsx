// What waits for the network, and what the feed did not take.
import type { PhoneQueueState } from '../../api/phone-queue.ts'
import type { ThanksOp, ThanksQueue } from '../../api/thanks.ts'
import { useFailureWords } from '../../shell/failure-words.ts'
import { KeptOnPhone, NotTaken } from '../../shell/phone-queue-notes.tsx'

interface ThanksTroublesProps {
  readonly state: PhoneQueueState<ThanksOp>
  readonly queue: ThanksQueue
}

export function ThanksTroubles({ state: { waiting, trouble, refused }, queue }: ThanksTroublesProps) {
  const failureWords = useFailureWords()
  return (
    <>
      <NotTaken
        refused={refused}
        onSeen={queue.dismiss}
        words={({ op, failure }) => (
          <>
            <bdi>{`“${op.do === 'say' ? op.said.words : op.words}”`}</bdi>
            {': '}
            {failureWords(failure)}
          </>
        )}
      />
      <div className="hand-said" role="status">
        {waiting.length > 0 && trouble !== null && <KeptOnPhone waiting={waiting.length} trouble={trouble} />}
      </div>
    </>
  )
}
