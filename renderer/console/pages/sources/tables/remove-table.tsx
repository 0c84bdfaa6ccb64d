// A table is cut off. What it brought stays on the boards, unless somebody wants it gone too.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { TableHealth } from '../../../../../shared/wire/tables.ts'
import { useEdit } from '../../../api/floor-edits.tsx'
import { withdrawSource } from '../../../api/sources.ts'
import { removeTablePassword, tablesQuery } from '../../../api/tables.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Switch } from '../../../kit/switch.tsx'
import { useAct } from '../../../shell/use-act.ts'
import { useSay } from '../../../words/words.tsx'

interface RemoveTableProps {
  readonly health: TableHealth
  readonly onClose: () => void
}

export function RemoveTable({ health, onClose }: RemoveTableProps) {
  const say = useSay()
  const act = useAct()
  const edit = useEdit()
  const client = useQueryClient()
  const [alsoFacts, setAlsoFacts] = useState(false)
  const { id, name, source, facts, hasKey, kind } = health
  const remove = async () => {
    onClose()
    const outcome = await edit(
      [{ do: 'remove', list: 'tables', id, everywhere: false }],
      say({ id: 'console.sources.removed', defaultMessage: '{name} is cut off.' }, { name }),
    )
    if (!outcome.ok) return
    await act(async () => {
      if (hasKey && (kind === 'postgres' || kind === 'mysql')) await removeTablePassword(id)
      if (alsoFacts) await withdrawSource(source)
      await client.invalidateQueries({ queryKey: tablesQuery.queryKey })
      return null
    })
  }
  return (
    <Dialog
      isOpen
      alert
      width="narrow"
      onClose={onClose}
      title={
        <FormattedMessage
          id="console.sources.remove.title"
          defaultMessage="Remove {name}?"
          values={{ name }}
        />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="danger" onPress={() => void remove()}>
            <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="console.tables.remove.note"
          defaultMessage="The table is not read any more. What it brought stays as it is."
        />
      </p>
      <Switch value={alsoFacts} onChange={setAlsoFacts}>
        <FormattedMessage
          id="console.sources.remove.facts"
          defaultMessage="Take what it brought off the boards, too ({facts, number})"
          values={{ facts: facts ?? 0 }}
        />
      </Switch>
    </Dialog>
  )
}
