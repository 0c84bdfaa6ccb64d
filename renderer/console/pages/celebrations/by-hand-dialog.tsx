// Celebrating by hand: a gong, or somebody recognised with a word, at once on the screens.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { CelebrationSound } from '../../../../shared/wire/celebrations/rule.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { celebrate, celebrationsQuery } from '../../api/celebrations.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { Button } from '../../kit/button.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { PeoplePicker } from '../../kit/people-picker.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { useSoundChoices } from './use-sound-choices.ts'
import { mostWordChars } from './word-dialog.tsx'

const Draft = z.object({
  kind: z.enum(['gong', 'recognition']),
  title: z.string(),
  people: z.array(z.string()),
  message: z.string(),
  sound: CelebrationSound,
  where: z.enum(['all', 'some']),
  screens: z.array(z.string()),
})

const mostPeople = 12

interface ByHandDialogProps {
  readonly file: FloorFile
  readonly onClose: () => void
}

export function ByHandDialog({ file, onClose }: ByHandDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  // The same one is never begun twice, however often the button is pressed or the line breaks.
  const [id] = useState(newUuid)
  const gongTitle = say({ id: 'console.celebrate.gong', defaultMessage: 'Gong' })
  const kudosTitle = say({ id: 'console.celebrate.kudos', defaultMessage: 'Well done' })
  const { value, set, forget } = useDraft('celebrate', Draft, {
    kind: 'recognition',
    title: kudosTitle,
    people: [],
    message: '',
    sound: 'chime',
    where: 'all',
    screens: [],
  })
  const sounds = useSoundChoices(value.sound)
  const { kind, title, people, message, sound, where, screens } = value
  const isReady =
    title.trim() !== '' &&
    (kind === 'gong' || people.length > 0 || message.trim() !== '') &&
    (where === 'all' || screens.length > 0)
  const begin = () =>
    submit(async () => {
      await celebrate({
        id,
        kind,
        title: title.trim(),
        people: [...people],
        message: message.trim(),
        sound,
        ...(where === 'some' ? { screens: [...screens] } : {}),
      })
      await client.invalidateQueries({ queryKey: celebrationsQuery.queryKey })
      forget()
      onClose()
      toast({
        said: say({ id: 'console.celebrate.begun', defaultMessage: 'On its way to the wall.' }),
        tone: 'done',
      })
    })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={<FormattedMessage id="console.celebrate.begin" defaultMessage="Celebrate somebody" />}
      note={
        <FormattedMessage
          id="console.celebrate.where-note"
          defaultMessage="{count, plural, =0 {No screen is chosen} one {It takes over one screen} other {It takes over # screens}}"
          values={{ count: where === 'all' ? file.screens.length : screens.length }}
        />
      }
      actions={
        <>
          <Button
            onPress={() => {
              forget()
              onClose()
            }}
          >
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" isPending={busy} isDisabled={!isReady} onPress={() => void begin()}>
            <FormattedMessage id="console.celebrate.begin.do" defaultMessage="Celebrate now" />
          </Button>
        </>
      }
    >
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <Segments
        label={say({ id: 'console.celebrate.kind', defaultMessage: 'What kind' })}
        value={kind}
        onChange={(next) =>
          set(
            next === 'gong'
              ? { kind: next, title: gongTitle, sound: 'gong' }
              : { kind: next, title: kudosTitle, sound: 'chime' },
          )
        }
        choices={[
          {
            id: 'recognition',
            name: say({ id: 'console.celebrate.kind.recognition', defaultMessage: 'Recognition' }),
          },
          { id: 'gong', name: gongTitle },
        ]}
      />
      <TextField
        label={say({ id: 'console.celebrate.title', defaultMessage: 'In large letters' })}
        value={title}
        maxLength={60}
        onChange={(next) => set({ title: next })}
      />
      <PeoplePicker
        people={file.people.filter((person) => person.celebrate !== 'none')}
        value={people}
        most={mostPeople}
        onChange={(next) => set({ people: [...next] })}
      />
      <TextField
        label={say({ id: 'console.celebrate.message', defaultMessage: 'What for' })}
        hint={say({
          id: 'console.celebrate.message.hint',
          defaultMessage: 'A sentence that everybody reads. It may stay empty.',
        })}
        multiline
        maxLength={mostWordChars}
        value={message}
        onChange={(next) => set({ message: next })}
      />
      <div className="form-row">
        <Picker
          label={say({ id: 'console.celebrate.sound', defaultMessage: 'Sound' })}
          choices={sounds}
          value={sound}
          onChange={(next) => set({ sound: next })}
        />
        <Picker
          label={say({ id: 'console.celebrate.where', defaultMessage: 'Where' })}
          value={where}
          onChange={(next) => set({ where: next })}
          choices={[
            {
              id: 'all',
              name: say({ id: 'console.celebrate.where.all', defaultMessage: 'On every screen' }),
            },
            {
              id: 'some',
              name: say({ id: 'console.celebrate.where.some', defaultMessage: 'On some screens' }),
            },
          ]}
        />
      </div>
      {where === 'some' && (
        <CheckList
          label={say({ id: 'console.nav.screens', defaultMessage: 'Screens' })}
          items={file.screens.map((screen) => ({ id: screen.id, name: screen.name }))}
          value={screens}
          onChange={(next) => set({ screens: [...next] })}
        />
      )}
    </Dialog>
  )
}
