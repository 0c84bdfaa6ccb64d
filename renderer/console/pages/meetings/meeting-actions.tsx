// What was agreed in a meeting: what, whose, by when. And the form by which something is agreed.
import { useQueryClient } from '@tanstack/react-query'
import { Check, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { FormattedDate, FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { type MeetingAction, type MeetingAnswer, NewMeetingAction } from '../../../../shared/wire/meetings.ts'
import { changeMeeting } from '../../api/meetings.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useAct } from '../../shell/use-act.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { PlainDay } from '../coaching/plain-day.tsx'
import '../../kit/check-list.css'
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

function Action({ action, mayRemove }: { readonly action: MeetingAction; readonly mayRemove: boolean }) {
  const say = useSay()
  const client = useQueryClient()
  const act = useAct()
  const { id, what, version, done, meeting } = action
  return (
    <li className="action" data-done={done ? '' : undefined}>
      <Checkbox
        className="check action-check"
        isSelected={done !== null}
        onChange={(isDone) =>
          void act(async () => {
            await changeMeeting(client, meeting.id, { do: 'action', id, change: { over: version, isDone } })
            return null
          })
        }
      >
        <span className="check-box" aria-hidden="true">
          <Check />
        </span>
        <span className="action-words">
          <span className="action-what" dir="auto">
            {what}
          </span>
          <ActionAbout action={action} />
        </span>
      </Checkbox>
      {mayRemove && (
        <Button
          look="quiet"
          size="small"
          icon={<Trash2 />}
          aria-label={say({ id: 'console.action.remove', defaultMessage: 'Remove “{what}”' }, { what })}
          onPress={() =>
            void act(async () => {
              await changeMeeting(client, meeting.id, { do: 'remove', id })
              return say({ id: 'console.talks.removed', defaultMessage: 'Removed for good.' })
            })
          }
        />
      )}
    </li>
  )
}

/** What is open first, the nearest day before the others. */
const inOrder = (a: MeetingAction, b: MeetingAction): number => {
  if ((a.done === null) !== (b.done === null)) return a.done === null ? -1 : 1
  if (a.done !== null && b.done !== null) return b.done.at - a.done.at
  return (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.at - b.at
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

const longest = 300
const nobody = ''
const Draft = z.object({ id: z.string(), what: z.string(), owner: z.string(), dueOn: z.string() })
const nothingYet: z.infer<typeof Draft> = { id: '', what: '', owner: nobody, dueOn: '' }

export function MeetingActionForm({ answer }: { readonly answer: MeetingAnswer }) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const [nothing] = useState(nothingYet)
  const { meeting, people } = answer
  const draft = useDraft(`meeting-action:${meeting.id}`, Draft, nothing)
  const { what, owner, dueOn } = draft.value
  const send = (event: FormEvent) => {
    event.preventDefault()
    // One id for all tries: what is sent twice is written once.
    const id = draft.value.id === '' ? newUuid() : draft.value.id
    const parsed = NewMeetingAction.safeParse({
      id,
      what,
      owner: owner === nobody ? null : owner,
      dueOn: dueOn === '' ? null : dueOn,
    })
    if (!parsed.success || busy) return
    draft.set({ id })
    void submit(async () => {
      await changeMeeting(client, meeting.id, { do: 'agree', action: parsed.data })
      draft.forget()
    })
  }
  return (
    <form className="talk-form" onSubmit={send}>
      <TextField
        label={say({ id: 'console.action.what', defaultMessage: 'Agree on something' })}
        placeholder={say({
          id: 'console.meeting.action.example',
          defaultMessage: 'Call the five deals that are past their date',
        })}
        value={what}
        onChange={(value) => draft.set({ what: value })}
        maxLength={longest}
      />
      {what.trim() !== '' && (
        <>
          <div className="form-row">
            <Picker
              label={say({ id: 'console.meeting.action.owner', defaultMessage: 'Who does it' })}
              choices={[
                {
                  id: nobody,
                  name: say({ id: 'console.meeting.action.nobody', defaultMessage: 'All of us' }),
                },
                ...people,
              ]}
              value={owner}
              onChange={(value) => draft.set({ owner: value })}
            />
            <TextField
              label={say({ id: 'console.action.due', defaultMessage: 'By when' })}
              type="date"
              value={dueOn}
              onChange={(value) => draft.set({ dueOn: value })}
            />
          </div>
          <Button type="submit" isDisabled={busy}>
            <FormattedMessage id="console.action.agree" defaultMessage="Agreed" />
          </Button>
        </>
      )}
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
    </form>
  )
}
