// A test message, and the question whether it arrived: some services never say.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Connection, TestAnswer } from '../../../../shared/wire/celebrations/api.ts'
import { connectionsQuery, sayArrived, testConnection } from '../../api/celebrations.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

interface TestDialogProps {
  readonly connection: Connection
  readonly onClose: () => void
}

export function TestDialog({ connection, onClose }: TestDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const [channel, setChannel] = useState('')
  const [answer, setAnswer] = useState<TestAnswer | null>(null)
  const sent = answer !== null && answer.result !== 'refused'
  const needsChannel = connection.kind === 'slack'
  const send = () =>
    submit(async () => {
      setAnswer(await testConnection(connection.id, needsChannel ? channel.trim() : null))
    })
  const sayWhether = (arrived: boolean) =>
    submit(async () => {
      await sayArrived(connection.id, arrived)
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey })
      onClose()
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        <FormattedMessage
          id="console.connections.test.title"
          defaultMessage="Try {name}"
          values={{ name: connection.name }}
        />
      }
      actions={
        sent ? (
          <>
            <Button isPending={busy} onPress={() => void sayWhether(false)}>
              <FormattedMessage id="console.connections.no" defaultMessage="Nothing came" />
            </Button>
            <Button look="primary" isPending={busy} onPress={() => void sayWhether(true)}>
              <FormattedMessage id="console.connections.yes" defaultMessage="It arrived" />
            </Button>
          </>
        ) : (
          <Button
            look="primary"
            isPending={busy}
            isDisabled={needsChannel && channel.trim() === ''}
            onPress={() => void send()}
          >
            <FormattedMessage id="console.connections.test" defaultMessage="Send a test" />
          </Button>
        )
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      {needsChannel && !sent && (
        <TextField
          label={say({ id: 'console.alerts.channel', defaultMessage: 'Channel' })}
          placeholder="#deals"
          value={channel}
          onChange={setChannel}
        />
      )}
      {answer?.result === 'refused' && <Notice tone="bad">{answer.says}</Notice>}
      <p role="status">
        {sent ? (
          <FormattedMessage
            id="console.connections.sent"
            defaultMessage="A test message is on its way. Look there: did it arrive?"
          />
        ) : (
          <FormattedMessage
            id="console.connections.test.note"
            defaultMessage="A message that says that it is a test. No deal, no link."
          />
        )}
      </p>
    </Dialog>
  )
}
