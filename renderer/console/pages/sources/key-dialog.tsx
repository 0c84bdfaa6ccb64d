// A new key in the place of one that is not taken any more. What is typed here is a secret: it is kept in no draft.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Keys, SourceHealth, SourceTile } from '../../../../shared/wire/sources.ts'
import { actOnSource, saveSourceKeys, sourcesQuery } from '../../api/sources.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { hasAllKeys, KeyFields, pasted } from './key-fields.tsx'
import { useVendorWords } from './vendor-words/vendor-words.ts'

interface KeyDialogProps {
  readonly health: SourceHealth
  readonly tile: SourceTile
  readonly onClose: () => void
}

export function KeyDialog({ health, tile, onClose }: KeyDialogProps) {
  const client = useQueryClient()
  const words = useVendorWords()[health.vendor]
  const { busy, fault, submit } = useSubmit()
  const [typed, setTyped] = useState<Keys>({})
  const save = () =>
    submit(async () => {
      await saveSourceKeys(health.id, pasted(typed))
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
          values={{ vendor: tile.name }}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isPending={busy}
            isDisabled={!hasAllKeys(tile.keys, typed)}
            onPress={() => void save()}
          >
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
      <KeyFields fields={tile.keys} names={words.keys} typed={typed} onType={setTyped} />
    </Dialog>
  )
}
