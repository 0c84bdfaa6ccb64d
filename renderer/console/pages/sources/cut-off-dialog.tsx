// A source or a table is cut off. What it brought stays on the boards, unless somebody wants it gone too.
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useEdit } from '../../api/floor-edits.tsx'
import { withdrawSource } from '../../api/sources.ts'
import { AskDialog } from '../../kit/ask-dialog.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'

interface CutOffDialogProps {
  readonly list: 'sources' | 'tables'
  readonly health: {
    readonly id: string
    readonly name: string
    readonly source: string
    readonly facts: number | null
  }
  readonly note: ReactNode
  /** Of what lets the feed in; null where there is nothing to forget. */
  readonly forget: (() => Promise<unknown>) | null
  /** What is asked for anew afterwards. */
  readonly queryKey: QueryKey
  readonly onClose: () => void
}

export function CutOffDialog({ list, health, note, forget, queryKey, onClose }: CutOffDialogProps) {
  const say = useSay()
  const act = useAct()
  const edit = useEdit()
  const client = useQueryClient()
  const [alsoFacts, setAlsoFacts] = useState(false)
  const { id, name, source, facts } = health
  const remove = async () => {
    onClose()
    const outcome = await edit(
      [{ do: 'remove', list, id, everywhere: false }],
      say({ id: 'console.sources.removed', defaultMessage: '{name} is cut off.' }, { name }),
    )
    if (!outcome.ok) return
    await act(async () => {
      await forget?.()
      if (alsoFacts) await withdrawSource(source)
      await client.invalidateQueries({ queryKey })
      return null
    })
  }
  return (
    <AskDialog
      onClose={onClose}
      onDo={() => void remove()}
      title={
        <FormattedMessage
          id="console.sources.remove.title"
          defaultMessage="Remove {name}?"
          values={{ name }}
        />
      }
      action={<FormattedMessage id="console.rule.remove" defaultMessage="Remove" />}
    >
      <p>{note}</p>
      <Switch value={alsoFacts} onChange={setAlsoFacts}>
        <FormattedMessage
          id="console.sources.remove.facts"
          defaultMessage="Take what it brought off the boards, too ({facts, number})"
          values={{ facts: facts ?? 0 }}
        />
      </Switch>
    </AskDialog>
  )
}
