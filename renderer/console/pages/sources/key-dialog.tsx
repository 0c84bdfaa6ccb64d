// A new key in the place of one that is not taken any more. What is typed here is a secret: it is kept in no draft.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { SourceHealth } from '../../../../shared/wire/sources.ts'
import { actOnSource, saveSourceKey, sourcesQuery } from '../../api/sources.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { useVendorWords } from './vendor-words.ts'

interface KeyDialogProps {
  readonly health: SourceHealth
  readonly vendor: string
  readonly onClose: () => void
}

export function KeyDialog({ health, vendor, onClose }: KeyDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const words = useVendorWords()[health.vendor]
  const { busy, fault, submit } = useSubmit()
  const [key, setKey] = useState('')
  const save = () =>
    submit(async () => {
      await saveSourceKey(health.id, key)
      await actOnSource(health.id, { do: 'read-now' })
      await client.invalidateQueries({ queryKey: sourcesQuery.queryKey })
      onClose()
    })
  return (
    <Dialog
      isOpen
      width="narrow"
      onClose={onClose}
      title={
        <FormattedMessage
          id="console.sources.key.title"
          defaultMessage="A new key of {vendor}"
          values={{ vendor }}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isPending={busy} isDisabled={key.trim() === ''} onPress={() => void save()}>
            <FormattedMessage id="console.sources.key.save" defaultMessage="Keep it" />
          </Button>
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <ol className="source-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <TextField
        label={words.key}
        type="password"
        autoComplete="off"
        value={key}
        onChange={setKey}
        hint={say({
          id: 'console.connections.secret.hint',
          defaultMessage: 'It is kept encrypted, and never shown again.',
        })}
      />
    </Dialog>
  )
}
