// What was agreed: ticked off by either of the two, with what became of its step since.
import { useQueryClient } from '@tanstack/react-query'
import { Check, Trash2 } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import type { AgreedAction } from '../../../../shared/wire/coaching-talks.ts'
import { changeTalks } from '../../api/talks.ts'
import { Button } from '../../kit/button.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { PlainDay } from './plain-day.tsx'
import { sinceWords } from './since-words.ts'
import { useFloorFormat } from './use-floor-format.ts'
import '../../kit/check-list.css'
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
        dueOn !== null && (
          <span data-overdue={isOverdue ? '' : undefined}>
            {isOverdue ? (
              <FormattedMessage
                id="console.action.overdue"
                defaultMessage="overdue since {day}"
                values={{ day: <PlainDay day={dueOn} /> }}
              />
            ) : (
              <FormattedMessage
                id="console.action.by"
                defaultMessage="by {day}"
                values={{ day: <PlainDay day={dueOn} /> }}
              />
            )}
          </span>
        )
      )}
    </span>
  )
}

function Action({ action, person, mayRemove }: ActionProps) {
  const say = useSay()
  const client = useQueryClient()
  const act = useAct()
  const format = useFloorFormat()
  const { id, what, version, done, became } = action
  const change = (isDone: boolean) =>
    void act(async () => {
      await changeTalks(client, person, { do: 'action', id, change: { over: version, isDone } })
      return null
    })
  const remove = () =>
    void act(async () => {
      await changeTalks(client, person, { do: 'remove', id })
      return say({ id: 'console.talks.removed', defaultMessage: 'Removed for good.' })
    })
  return (
    <li className="action" data-done={done ? '' : undefined}>
      <Checkbox className="check action-check" isSelected={done !== null} onChange={change}>
        <span className="check-box" aria-hidden="true">
          <Check />
        </span>
        <span className="action-words">
          <span className="action-what" dir="auto">
            {what}
          </span>
          <About action={action} />
          {became && (
            <span className="small action-became" data-verdict={became.verdict} dir="auto">
              {sinceWords(say, format, became)}
            </span>
          )}
        </span>
      </Checkbox>
      {mayRemove && (
        <Button
          look="quiet"
          size="small"
          icon={<Trash2 />}
          aria-label={say({ id: 'console.action.remove', defaultMessage: 'Remove “{what}”' }, { what })}
          onPress={remove}
        />
      )}
    </li>
  )
}

interface ActionListProps {
  readonly actions: readonly AgreedAction[]
  readonly person: string
  readonly mayCoach: boolean
}

/** What is open first, the nearest day before the others. */
const inOrder = (a: AgreedAction, b: AgreedAction): number => {
  if ((a.done === null) !== (b.done === null)) return a.done === null ? -1 : 1
  if (a.done !== null && b.done !== null) return b.done.at - a.done.at
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.at - b.at
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
