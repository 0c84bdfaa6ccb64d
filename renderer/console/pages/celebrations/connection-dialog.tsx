// A service that messages go to: where to find its key, and the key, which is kept and never shown again.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Connection, ConnectionKind } from '../../../../shared/wire/celebrations/api.ts'
import type { WebhookTopic } from '../../../../shared/wire/webhooks.ts'
import { connectionsQuery, saveConnection } from '../../api/celebrations.ts'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { CopyLine } from '../../kit/copy-line.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { type Choice, Picker } from '../../kit/picker.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { useEventChoices } from './use-event-choices.ts'

export const useConnectionKinds = (): readonly Choice<ConnectionKind>[] => {
  const say = useSay()
  return [
    {
      id: 'slack',
      name: say({ id: 'console.connections.slack', defaultMessage: 'Slack, by a bot' }),
      note: say({
        id: 'console.connections.slack.note',
        defaultMessage: 'Messages are corrected where a deal is withdrawn. Any channel.',
      }),
    },
    {
      id: 'slack-webhook',
      name: say({ id: 'console.connections.slack-webhook', defaultMessage: 'Slack, by an incoming webhook' }),
      note: say({
        id: 'console.connections.slack-webhook.note',
        defaultMessage: 'Quicker to set up; one channel, and corrections come as a second message.',
      }),
    },
    {
      id: 'teams',
      name: say({ id: 'console.connections.teams', defaultMessage: 'Microsoft Teams, by a workflow' }),
      note: say({
        id: 'console.connections.teams.note',
        defaultMessage: 'Channel, ⋯, Workflows, “Post to a channel when a webhook request is received”.',
      }),
    },
    {
      id: 'webhook',
      name: say({ id: 'console.connections.webhook', defaultMessage: 'A webhook of your own' }),
      note: say({
        id: 'console.connections.webhook.note',
        defaultMessage: 'Signed as Standard Webhooks are.',
      }),
    },
  ]
}

interface ConnectionDialogProps {
  /** Ids that are in use. */
  readonly taken: readonly string[]
  readonly onMade: (connection: Connection) => void
  readonly onClose: () => void
}

/** What is typed here is a secret: it is kept in no draft. */
export function ConnectionDialog({ taken, onMade, onClose }: ConnectionDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const kinds = useConnectionKinds()
  const { busy, fault, submit } = useSubmit()
  const [kind, setKind] = useState<ConnectionKind>('slack')
  const [name, setName] = useState('')
  const [secret, setSecret] = useState('')
  const events = useEventChoices()
  const [chosen, setChosen] = useState<readonly WebhookTopic[]>([])
  /** Made by the feed, and said once. */
  const [made, setMade] = useState<{ connection: Connection; signingSecret: string } | null>(null)
  const save = () =>
    submit(async () => {
      const { connection, signingSecret } = await saveConnection(newId(name, taken, kind), {
        name: name.trim(),
        kind,
        secret: secret.trim(),
        ...(kind === 'webhook' && { events: [...chosen] }),
      })
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey })
      if (signingSecret === null) {
        onClose()
        onMade(connection)
      } else setMade({ connection, signingSecret })
    })
  if (made)
    return (
      <Dialog
        isOpen
        mustAnswer
        onClose={onClose}
        title={<FormattedMessage id="console.connections.signing" defaultMessage="The signing secret" />}
        actions={
          <Button
            look="primary"
            onPress={() => {
              onClose()
              onMade(made.connection)
            }}
          >
            <FormattedMessage id="console.connections.signing.done" defaultMessage="I have copied it" />
          </Button>
        }
      >
        <p>
          <FormattedMessage
            id="console.connections.signing.note"
            defaultMessage="Whoever receives the messages checks their signature with it. It is shown this once."
          />
        </p>
        <CopyLine
          label={say({ id: 'console.connections.signing', defaultMessage: 'The signing secret' })}
          value={made.signingSecret}
        />
      </Dialog>
    )
  const isToken = kind === 'slack'
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<FormattedMessage id="console.connections.title.new" defaultMessage="Connect a service" />}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isPending={busy}
            isDisabled={name.trim() === '' || secret.trim() === ''}
            onPress={() => void save()}
          >
            <FormattedMessage id="console.connections.save" defaultMessage="Connect and test" />
          </Button>
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <Picker
        label={say({ id: 'console.connections.kind', defaultMessage: 'Service' })}
        value={kind}
        choices={kinds}
        onChange={setKind}
      />
      <p className="soft small">{kinds.find(({ id }) => id === kind)?.note}</p>
      <TextField
        label={say({ id: 'console.connections.name', defaultMessage: 'What you call it' })}
        value={name}
        maxLength={60}
        onChange={setName}
      />
      <TextField
        label={
          isToken
            ? say({ id: 'console.connections.token', defaultMessage: 'Bot token' })
            : say({ id: 'console.connections.address', defaultMessage: 'Address' })
        }
        type={isToken ? 'password' : 'text'}
        autoComplete="off"
        placeholder={isToken ? 'xoxb-…' : 'https://…'}
        hint={say({
          id: 'console.connections.secret.hint',
          defaultMessage: 'It is kept encrypted, and never shown again.',
        })}
        value={secret}
        onChange={setSecret}
      />
      {kind === 'webhook' && (
        <CheckList
          label={say({ id: 'console.connections.events.label', defaultMessage: 'It is told of' })}
          items={events}
          notesBelow
          value={chosen}
          onChange={(value) => setChosen(events.flatMap(({ id }) => (value.includes(id) ? [id] : [])))}
        />
      )}
    </Dialog>
  )
}
