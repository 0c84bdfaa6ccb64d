// What a webhook of one's own is told, and how it is sent everything once more after it was away.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Connection } from '../../../../shared/wire/celebrations/api.ts'
import type { WebhookTopic } from '../../../../shared/wire/webhooks.ts'
import { chooseEvents, connectionsQuery, replayConnection } from '../../api/celebrations.ts'
import { Button } from '../../kit/button.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { type Choice, Picker } from '../../kit/picker.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { useEventChoices } from './use-event-choices.ts'

const hourMs = 3_600_000

interface EventsDialogProps {
  readonly connection: Connection
  readonly onClose: () => void
}

export function EventsDialog({ connection, onClose }: EventsDialogProps) {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const choices = useEventChoices()
  const { busy, fault, submit } = useSubmit()
  const [events, setEvents] = useState<readonly WebhookTopic[]>(connection.events)
  const [hours, setHours] = useState<'1' | '24' | '168'>('24')
  const spans: readonly Choice<typeof hours>[] = [
    { id: '1', name: say({ id: 'console.events.hour', defaultMessage: 'of the last hour' }) },
    { id: '24', name: say({ id: 'console.events.day', defaultMessage: 'of the last day' }) },
    { id: '168', name: say({ id: 'console.events.week', defaultMessage: 'of the last week' }) },
  ]
  const save = () =>
    submit(async () => {
      await chooseEvents(connection.id, events)
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey })
      onClose()
    })
  const replay = () =>
    void act(async () => {
      const { messages } = await replayConnection(connection.id, Date.now() - Number(hours) * hourMs)
      return say(
        {
          id: 'console.events.replayed',
          defaultMessage:
            '{messages, plural, =0 {There is nothing of that time.} one {One message is sent again.} other {# messages are sent again.}}',
        },
        { messages },
      )
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        <FormattedMessage
          id="console.events.title"
          defaultMessage="What {name} is told"
          values={{ name: connection.name }}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isPending={busy} onPress={() => void save()}>
            <FormattedMessage id="console.events.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <CheckList
        label={say({ id: 'console.events.label', defaultMessage: 'It is told of' })}
        items={choices}
        notesBelow
        value={events}
        onChange={(value) => setEvents(choices.flatMap(({ id }) => (value.includes(id) ? [id] : [])))}
      />
      <div className="events-replay">
        <Picker
          label={say({
            id: 'console.events.again',
            defaultMessage: 'It was away? Send everything again',
          })}
          value={hours}
          choices={spans}
          onChange={setHours}
        />
        <Button onPress={replay}>
          <FormattedMessage id="console.events.replay" defaultMessage="Send again" />
        </Button>
      </div>
      <p className="soft small">
        <FormattedMessage
          id="console.events.ids"
          defaultMessage="Each message keeps its id, so that whoever has it already passes it over."
        />
      </p>
    </Dialog>
  )
}
