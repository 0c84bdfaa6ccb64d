// The services that messages go to. Their keys are written here and never shown again.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Connection } from '../../../../shared/wire/celebrations/api.ts'
import { connectionsQuery, removeConnection } from '../../api/celebrations.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { ConnectionDialog, useConnectionKinds } from './connection-dialog.tsx'
import { EventsDialog } from './events-dialog.tsx'
import { TestDialog } from './test-dialog.tsx'
import { useEventChoices } from './use-event-choices.ts'

export function Connections() {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  const kinds = useConnectionKinds()
  const answer = useQuery(connectionsQuery).data
  const connections = answer?.connections ?? []
  const [making, setMaking] = useState(false)
  const [testing, setTesting] = useState<Connection | null>(null)
  const [choosing, setChoosing] = useState<Connection | null>(null)
  const events = useEventChoices()
  const remove = ({ id, name }: Connection) =>
    void act(async () => {
      await removeConnection(id)
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey })
      return say({ id: 'console.connections.removed', defaultMessage: '{name} is cut off.' }, { name })
    })
  return (
    <Card
      title={<FormattedMessage id="console.connections.title" defaultMessage="Slack, Teams and webhooks" />}
      note={
        <Button size="small" icon={<Plus aria-hidden="true" />} onPress={() => setMaking(true)}>
          <FormattedMessage id="console.connections.new" defaultMessage="Connect" />
        </Button>
      }
    >
      {answer && connections.length === 0 && (
        <p className="soft">
          <FormattedMessage id="console.connections.none" defaultMessage="Nothing is connected." />
        </p>
      )}
      {answer && (
        <p className="soft">
          {answer.mail === 'out' ? (
            <FormattedMessage
              id="console.connections.mail"
              defaultMessage="Mail needs no connection: the feed has a mail server."
            />
          ) : answer.mail === 'folder' ? (
            <FormattedMessage
              id="console.connections.mailbox"
              defaultMessage="No mail leaves the feed’s machine: each stays there as a file, in the folder “mailbox” of its data."
            />
          ) : (
            <FormattedMessage
              id="console.connections.no-mail"
              defaultMessage="No mail goes out: the feed was started without a mail server."
            />
          )}
        </p>
      )}
      <ul className="lines">
        {connections.map((connection) => (
          <li key={connection.id} className="line connection-line">
            <div className="grow">
              <h3 dir="auto">{connection.name}</h3>
              <p className="soft small">
                {kinds.find(({ id }) => id === connection.kind)?.name} · {connection.hint} ·{' '}
                {connection.arrived === null ? (
                  <FormattedMessage id="console.connections.untested" defaultMessage="not tested yet" />
                ) : connection.arrived ? (
                  <FormattedMessage
                    id="console.connections.arrived"
                    defaultMessage="a test message arrived"
                  />
                ) : (
                  <FormattedMessage
                    id="console.connections.lost"
                    defaultMessage="the test message did not arrive"
                  />
                )}
              </p>
              {connection.events.length > 0 && (
                <p className="small">
                  <FormattedMessage
                    id="console.connections.told"
                    defaultMessage="Told of: {events}"
                    values={{
                      events: events
                        .filter(({ id }) => connection.events.includes(id))
                        .map(({ name }) => name)
                        .join(', '),
                    }}
                  />
                </p>
              )}
              {connection.trouble !== null && <p className="small">{connection.trouble}</p>}
            </div>
            {connection.kind === 'webhook' && (
              <Button size="small" onPress={() => setChoosing(connection)}>
                <FormattedMessage id="console.connections.events" defaultMessage="Events" />
              </Button>
            )}
            <Button size="small" onPress={() => setTesting(connection)}>
              <FormattedMessage id="console.connections.test" defaultMessage="Send a test" />
            </Button>
            <Button size="small" look="danger" onPress={() => remove(connection)}>
              <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
            </Button>
          </li>
        ))}
      </ul>
      {making && (
        <ConnectionDialog
          taken={connections.map(({ id }) => id)}
          onMade={(made) => setTesting(made)}
          onClose={() => setMaking(false)}
        />
      )}
      {choosing && <EventsDialog connection={choosing} onClose={() => setChoosing(null)} />}
      {testing && <TestDialog connection={testing} onClose={() => setTesting(null)} />}
    </Card>
  )
}
