// A leader's word on a celebration: it joins the takeover, or stands on the wall for the rest of the day.
import { useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import type { Celebration } from '../../../../shared/wire/celebrations/api.ts'
import { celebrationsQuery, writeWord } from '../../api/celebrations.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'

const Draft = z.object({ text: z.string() })
const empty = { text: '' }
export const mostWordChars = 280

interface WordDialogProps {
  readonly celebration: Celebration
  readonly onClose: () => void
}

export function WordDialog({ celebration, onClose }: WordDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const { value, set, forget } = useDraft(`word:${celebration.id}`, Draft, empty)
  const write = () =>
    submit(async () => {
      await writeWord(celebration.id, value.text.trim())
      await client.invalidateQueries({ queryKey: celebrationsQuery.queryKey })
      forget()
      onClose()
      toast({
        said: say({ id: 'console.celebrate.written', defaultMessage: 'The floor will read it.' }),
        tone: 'done',
      })
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        celebration.names.length > 0 ? (
          <FormattedMessage
            id="console.celebrate.write.title"
            defaultMessage="Well done, {names}"
            values={{ names: celebration.names.join(', ') }}
          />
        ) : (
          <FormattedMessage
            id="console.celebrate.write.about"
            defaultMessage="A word about “{title}”"
            values={{ title: celebration.title }}
          />
        )
      }
      note={celebration.about}
      actions={
        <Button
          look="primary"
          isPending={busy}
          isDisabled={value.text.trim() === ''}
          onPress={() => void write()}
        >
          <FormattedMessage id="console.celebrate.write.do" defaultMessage="Put it on the wall" />
        </Button>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <TextField
        label={say({ id: 'console.celebrate.write.label', defaultMessage: 'Your words' })}
        hint={say({
          id: 'console.celebrate.write.hint',
          defaultMessage:
            'One or two sentences, with your name and title. They join the takeover, or stay up for the day.',
        })}
        multiline
        autoFocus
        maxLength={mostWordChars}
        value={value.text}
        onChange={(text) => set({ text })}
      />
    </Dialog>
  )
}
