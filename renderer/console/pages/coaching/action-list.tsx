// What was agreed: ticked off by either of the two, with what became of its step since.
import { useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import type { AgreedAction } from '../../../../shared/wire/coaching-talks.ts'
import { changeTalks } from '../../api/talks.ts'
import { useSay } from '../../words/words.tsx'
import { ActionLine } from '../agreed/action-line.tsx'
import { DueWords } from '../agreed/due-words.tsx'
import { inOrder } from '../agreed/in-order.ts'
import { sinceWords } from './since-words.ts'
import { useFloorFormat } from './use-floor-format.ts'
import './talks.css'

interface ActionProps {
  readonly action: AgreedAction
  readonly person: string
  /** Whether they may take it away. */
  readonly mayRemove: boolean
}

/** About which step, and by when. */
function About({ action: { step, dueOn, isOverdue, done } }: Pick<ActionProps, 'action'>) {
  return (
    <span className="soft small action-about">
      {step && (
        <span dir="auto">
          {step.from.name} → {step.metric.name}
        </span>
      )}
      {done !== null ? (
        <FormattedMessage
          id="console.action.done-by"
          defaultMessage="done, says {name}"
          values={{ name: <bdi>{done.by}</bdi> }}
        />
      ) : (
        dueOn !== null && <DueWords dueOn={dueOn} isOverdue={isOverdue} />
      )}
    </span>
  )
}

function Action({ action, person, mayRemove }: ActionProps) {
  const say = useSay()
  const client = useQueryClient()
  const format = useFloorFormat()
  const { id, what, version, done, became } = action
  return (
    <ActionLine
      what={what}
      isDone={done !== null}
      tick={(isDone) => changeTalks(client, person, { do: 'action', id, change: { over: version, isDone } })}
      remove={mayRemove ? () => changeTalks(client, person, { do: 'remove', id }) : null}
    >
      <About action={action} />
      {became && (
        <span className="small action-became" data-verdict={became.verdict} dir="auto">
          {sinceWords(say, format, became)}
        </span>
      )}
    </ActionLine>
  )
}

interface ActionListProps {
  readonly actions: readonly AgreedAction[]
  readonly person: string
  readonly mayCoach: boolean
}

export function ActionList({ actions, person, mayCoach }: ActionListProps) {
  if (actions.length === 0) return null
  return (
    <ul className="lines actions">
      {[...actions].sort(inOrder).map((action) => (
        <Action key={action.id} action={action} person={person} mayRemove={mayCoach || action.isOwn} />
      ))}
    </ul>
  )
}
