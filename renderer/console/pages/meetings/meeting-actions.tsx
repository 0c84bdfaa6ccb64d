// What was agreed in a meeting: what, whose, by when. And the form by which something is agreed.
import { useQueryClient } from '@tanstack/react-query'
import { FormattedDate, FormattedMessage } from 'react-intl'
import { type MeetingAction, type MeetingAnswer, NewMeetingAction } from '../../../../shared/wire/meetings.ts'
import { changeMeeting } from '../../api/meetings.ts'
import { useSay } from '../../words/words.tsx'
import { ActionLine } from '../agreed/action-line.tsx'
import { AgreeForm } from '../agreed/agree-form.tsx'
import { DueWords } from '../agreed/due-words.tsx'
import { inOrder } from '../agreed/in-order.ts'
import '../coaching/talks.css'

interface ActionAboutProps {
  readonly action: MeetingAction
  /** Whether it says of which meeting it is: where several stand together. */
  readonly withMeeting?: boolean
}

export function ActionAbout({
  action: { owner, dueOn, isOverdue, done, meeting },
  withMeeting,
}: ActionAboutProps) {
  return (
    <span className="action-about soft small">
      {withMeeting ? <bdi>{meeting.name}</bdi> : owner && <bdi>{owner.name}</bdi>}
      {done ? (
        <span>
          <FormattedMessage
            id="console.action.done"
            defaultMessage="done {day}"
            values={{ day: <FormattedDate value={done.at} month="short" day="numeric" /> }}
          />
        </span>
      ) : (
        dueOn !== null && <DueWords dueOn={dueOn} isOverdue={isOverdue} />
      )}
    </span>
  )
}

function Action({ action, mayRemove }: { readonly action: MeetingAction; readonly mayRemove: boolean }) {
  const client = useQueryClient()
  const { id, what, version, done, meeting } = action
  return (
    <ActionLine
      what={what}
      isDone={done !== null}
      tick={(isDone) =>
        changeMeeting(client, meeting.id, { do: 'action', id, change: { over: version, isDone } })
      }
      remove={mayRemove ? () => changeMeeting(client, meeting.id, { do: 'remove', id }) : null}
    >
      <ActionAbout action={action} />
    </ActionLine>
  )
}

interface MeetingActionsProps {
  readonly actions: readonly MeetingAction[]
  readonly mayLead: boolean
}

export function MeetingActions({ actions, mayLead }: MeetingActionsProps) {
  if (actions.length === 0) return null
  return (
    <ul className="lines actions">
      {[...actions].sort(inOrder).map((action) => (
        <Action key={action.id} action={action} mayRemove={mayLead || action.isOwn} />
      ))}
    </ul>
  )
}

export function MeetingActionForm({ answer: { meeting, people } }: { readonly answer: MeetingAnswer }) {
  const say = useSay()
  const client = useQueryClient()
  return (
    <AgreeForm
      draftKey={`meeting-action:${meeting.id}`}
      example={say({
        id: 'console.meeting.action.example',
        defaultMessage: 'Call the five deals that are past their date',
      })}
      choiceLabel={say({ id: 'console.meeting.action.owner', defaultMessage: 'Who does it' })}
      none={say({ id: 'console.meeting.action.nobody', defaultMessage: 'All of us' })}
      choices={people}
      read={({ choice: owner, ...agreed }) => NewMeetingAction.safeParse({ ...agreed, owner }).data ?? null}
      send={(action) => changeMeeting(client, meeting.id, { do: 'agree', action })}
    />
  )
}
