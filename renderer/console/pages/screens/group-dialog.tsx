// A group of screens: its name, what its screens always show, and which they are.
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { Name } from '../../../../shared/wire/text.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Button } from '../../kit/button.tsx'
import { CheckList } from '../../kit/check-list.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSay } from '../../words/words.tsx'
import { groupEdits, removeGroupEdits } from './group-edits.ts'

const Draft = z.object({ name: z.string(), playlist: z.string().nullable(), screens: z.array(z.string()) })

interface GroupDialogProps {
  readonly file: FloorFile
  /** Null: a new one. */
  readonly group: FloorFile['screenGroups'][number] | null
  readonly onClose: () => void
}

/** A choice of the picker: each screen its own. No id has this form. */
const own = '-'

export function GroupDialog({ file, group, onClose }: GroupDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const [initial] = useState(() => ({
    name: group?.name ?? '',
    playlist: group?.playlist ?? null,
    screens: file.screens.filter((screen) => group !== null && screen.group === group.id).map(({ id }) => id),
  }))
  const { value, set, forget } = useDraft(`group:${group?.id ?? ''}`, Draft, initial)
  const name = Name.safeParse(value.name)
  const close = () => {
    forget()
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!name.success) return
    const edits = groupEdits(file, group, { ...value, name: name.data })
    const said = say(
      { id: 'console.group.saved', defaultMessage: 'The group {name} is saved.' },
      { name: name.data },
    )
    if (edits.length > 0) void edit(edits, said)
    close()
  }
  const remove = () => {
    if (group === null) return
    const said = say(
      { id: 'console.group.removed', defaultMessage: 'The group {name} is gone; its screens stay.' },
      { name: group.name },
    )
    void edit(removeGroupEdits(file, group), said)
    close()
  }
  const groupName = (id: string | undefined) => file.screenGroups.find((each) => each.id === id)?.name
  return (
    <Dialog
      isOpen
      onClose={close}
      title={
        group === null
          ? say({ id: 'console.group.new', defaultMessage: 'New group' })
          : say({ id: 'console.group.change', defaultMessage: 'A group of screens' })
      }
      note={
        group !== null && (
          <Button look="danger" size="small" onPress={remove}>
            <FormattedMessage id="console.group.remove" defaultMessage="Remove the group" />
          </Button>
        )
      }
      actions={
        <>
          <Button onPress={close}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button type="submit" form="group-form" look="primary" isDisabled={!name.success}>
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <form id="group-form" className="form" onSubmit={submit}>
        <TextField
          label={say({ id: 'console.name', defaultMessage: 'Name' })}
          value={value.name}
          maxLength={120}
          autoFocus={group === null}
          onChange={(next) => set({ name: next })}
        />
        <Picker
          label={say({ id: 'console.screen.playlist', defaultMessage: 'Always plays' })}
          choices={[
            { id: own, name: say({ id: 'console.group.own', defaultMessage: 'Each screen its own' }) },
            ...file.playlists.map((playlist) => ({ id: playlist.id, name: playlist.name })),
          ]}
          value={value.playlist ?? own}
          onChange={(playlist) => set({ playlist: playlist === own ? null : playlist })}
        />
        {file.screens.length > 0 && (
          <CheckList
            label={say({ id: 'console.group.screens', defaultMessage: 'Its screens' })}
            items={file.screens.map((screen) => ({
              id: screen.id,
              name: screen.name,
              note: screen.group === group?.id ? undefined : groupName(screen.group),
            }))}
            value={value.screens}
            onChange={(screens) => set({ screens: [...screens] })}
          />
        )}
        <p className="soft small">
          <FormattedMessage
            id="console.group.note"
            defaultMessage="A screen that has a playlist of its own keeps to it. Rules for all screens of the group are made in the schedule of one of them."
          />
        </p>
      </form>
    </Dialog>
  )
}
