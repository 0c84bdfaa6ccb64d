// What somebody took on in meetings, to be ticked off where they see it first.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import { FormattedMessage } from 'react-intl'
import type { MeetingAction } from '../../../../shared/wire/meetings.ts'
import { meetingsQuery, tickOwnAction } from '../../api/meetings.ts'
import { Card } from '../../kit/card.tsx'
import { useAct } from '../../shell/use-act.ts'
import { ActionAbout } from './meeting-actions.tsx'
import '../../kit/check-list.css'
import '../coaching/talks.css'

function OwnAction({ action }: { readonly action: MeetingAction }) {
  const client = useQueryClient()
  const act = useAct()
  return (
    <li className="action">
      <Checkbox
        className="check action-check"
        isSelected={action.done !== null}
        onChange={(isDone) =>
          void act(async () => {
            await tickOwnAction(client, action, isDone)
            return null
          })
        }
      >
        <span className="check-box" aria-hidden="true">
          <Check />
        </span>
        <span className="action-words">
          <span className="action-what" dir="auto">
            {action.what}
          </span>
          <ActionAbout action={action} withMeeting />
        </span>
      </Checkbox>
    </li>
  )
}

/** Nothing for who took nothing on. */
export function OwnMeetingActions() {
  const { data } = useQuery(meetingsQuery)
  const own = data?.own ?? []
  if (own.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.meetings.own" defaultMessage="What you took on" />}>
      <ul className="lines actions">
        {own.map((action) => (
          <OwnAction key={action.id} action={action} />
        ))}
      </ul>
    </Card>
  )
}
