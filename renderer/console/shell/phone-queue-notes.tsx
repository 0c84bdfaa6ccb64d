// What waits on a phone for the network, and what the feed did not take.
import { CloudOff, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { PhoneQueueState, RefusedOf } from '../api/phone-queue.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Tag } from '../kit/tag.tsx'
import { useSay } from '../words/words.tsx'

interface NotTakenProps<Op> {
  readonly refused: readonly RefusedOf<Op>[]
  readonly onSeen: (key: string) => void
  /** What it was, and why it was refused. */
  readonly words: (refused: RefusedOf<Op>) => ReactNode
}

export function NotTaken<Op extends { readonly key: string }>({ refused, onSeen, words }: NotTakenProps<Op>) {
  return refused.map((each) => (
    <Notice
      key={each.op.key}
      tone="bad"
      title={<FormattedMessage id="console.hand.refused" defaultMessage="This was not taken" />}
      actions={
        <Button size="small" onPress={() => onSeen(each.op.key)}>
          <FormattedMessage id="console.hand.seen" defaultMessage="I have seen it" />
        </Button>
      }
    >
      <p>{words(each)}</p>
    </Notice>
  ))
}

/** `trouble`: why the first one does not go on. */
export function KeptOnPhone({
  waiting,
  trouble,
}: {
  readonly waiting: number
  readonly trouble: NonNullable<PhoneQueueState<never>['trouble']>
}) {
  return (
    <>
      <CloudOff aria-hidden="true" />
      <span className="grow">
        {trouble === 'signed-out' ? (
          <FormattedMessage
            id="console.hand.kept.signed-out"
            defaultMessage="{count, plural, one {One entry is} other {# entries are}} kept on this phone until you sign in again."
            values={{ count: waiting }}
          />
        ) : (
          <FormattedMessage
            id="console.hand.kept"
            defaultMessage="No connection. {count, plural, one {One entry is} other {# entries are}} kept on this phone and sent by itself."
            values={{ count: waiting }}
          />
        )}
      </span>
    </>
  )
}

/** Of one that is on this phone alone as yet. */
export const WaitsForNetwork = () => (
  <Tag tone="private">
    <CloudOff aria-hidden="true" />
    <FormattedMessage id="console.hand.waits" defaultMessage="waits for the network" />
  </Tag>
)

/** `thing`: what is taken back. */
export function TakeBack({ thing, onPress }: { readonly thing: string; readonly onPress: () => void }) {
  const say = useSay()
  return (
    <Button
      look="quiet"
      icon={<Undo2 aria-hidden="true" />}
      aria-label={say({ id: 'console.hand.take-back', defaultMessage: 'Take “{thing}” back' }, { thing })}
      onPress={onPress}
    />
  )
}
