// How a file was read is kept under a name for the next one; and a folder may be watched for such files.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { WrittenFileMapping } from '../../../../shared/wire/import-files.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { keepMapping, keptMappingsQuery } from '../../api/import-files.ts'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

interface KeepDialogProps {
  readonly asked: WrittenFileMapping
  readonly columns: readonly string[]
  readonly onClose: () => void
}

export function KeepDialog({ asked, columns, onClose }: KeepDialogProps) {
  const say = useSay()
  const floor = useFloor()
  const edit = useEdit()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const [name, setName] = useState(asked.source)
  const [isWatched, setIsWatched] = useState(false)
  const { sources = [], inbound = [], tables = [] } = floor?.file ?? {}
  const folder = newId(
    name,
    [...sources, ...inbound, ...tables].map(({ id }) => id),
    'files',
  )
  const isTaken = [...sources, ...inbound, ...tables].some(
    (each) => ('source' in each ? each.source : undefined) === asked.source || each.id === asked.source,
  )
  const keep = () =>
    submit(async () => {
      const { source, rules, mapping } = asked
      await keepMapping({ name: name.trim(), source, rules, mapping, columns: [...columns] })
      await client.invalidateQueries({ queryKey: keptMappingsQuery.queryKey })
      if (isWatched) {
        const { skipRows, ...others } = rules
        const from = { kind: 'folder', folder, ...others, ...(skipRows > 0 && { skipRows }) }
        const outcome = await edit(
          [
            {
              do: 'add',
              list: 'tables',
              entry: { id: folder, name: name.trim(), source, from, mapping },
              before: null,
            },
          ],
          say(
            {
              id: 'console.imports.keep.watched',
              defaultMessage: 'The folder {folder} is watched. Under Sources stands where it is.',
            },
            { folder },
          ),
        )
        if (!outcome.ok) return
      }
      onClose()
    })
  return (
    <Dialog
      isOpen
      width="narrow"
      onClose={onClose}
      title={
        <FormattedMessage id="console.imports.keep.title" defaultMessage="Read such files in the same way" />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isPending={busy} isDisabled={name.trim() === ''} onPress={() => void keep()}>
            <FormattedMessage id="console.imports.keep.save" defaultMessage="Keep it" />
          </Button>
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <TextField
        label={say({ id: 'console.tables.name.label', defaultMessage: 'Name' })}
        hint={say({
          id: 'console.imports.keep.hint',
          defaultMessage: 'The next file with these columns is read by it from the start.',
        })}
        value={name}
        onChange={setName}
        maxLength={120}
        required
      />
      {!isTaken && (
        <Switch value={isWatched} onChange={setIsWatched}>
          <FormattedMessage
            id="console.imports.keep.watch"
            defaultMessage="Watch a folder on the feed’s computer: the newest file in it is then the whole table"
          />
        </Switch>
      )}
    </Dialog>
  )
}
