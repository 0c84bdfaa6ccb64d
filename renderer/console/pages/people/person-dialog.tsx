// Somebody of the floor, looked at and changed; what the change moves is told before it is saved.
import { useMemo } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import { Name } from '../../../../shared/wire/text.ts'
import { useEffects } from '../../api/effects.ts'
import { type ShownFloor, useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { useOwnTeams } from '../../api/own-teams.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSay } from '../../words/words.tsx'
import { EffectsNote, maySave } from './effects-note.tsx'
import { draftOf, PersonDraft, personEdits } from './person-draft.ts'
import { PersonForm } from './person-form.tsx'
import { useToday } from './use-today.ts'

/** `base`: the person when the form was opened. */
const FormDraft = z.object({ base: PersonDraft, draft: PersonDraft })

interface PersonDialogProps {
  readonly floor: ShownFloor
  /** Null: somebody new. */
  readonly id: string | null
  readonly onClose: () => void
}

export function PersonDialog({ floor: { version, file }, id, onClose }: PersonDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const own = useOwnTeams(file.teams)
  const today = useToday()
  const index = id === null ? file.people.length : file.people.findIndex((each) => each.id === id)
  const person = file.people[index] ?? null
  const initial = useMemo(() => {
    const base = draftOf(person, file)
    const isNew = person === null && own.first !== null
    return { base, draft: isNew ? { ...base, teams: [{ id: own.first ?? '', from: '' }] } : base }
  }, [person, file, own.first])
  const mayChange = person === null ? own.some : own.all || own.has(initial.base.teams.at(-1)?.id ?? null)
  const form = useDraft(`person:${id ?? ''}`, FormDraft, initial)
  const { draft } = form.value
  const isNamed = Name.safeParse(draft.name).success
  const edits = useMemo(() => {
    const freeId = () =>
      newId(
        draft.name,
        [...file.people, ...file.teams, { id: 'org' }, { id: 'unassigned' }, { id: 'others' }].map(
          (each) => each.id,
        ),
        'person',
      )
    return isNamed ? personEdits(person, form.value, file, freeId) : []
  }, [person, form.value, draft.name, file, isNamed])
  const effects = useEffects(version, mayChange ? edits : [])
  const close = () => {
    form.forget()
    onClose()
  }
  const save = () => {
    const { name } = draft
    void edit(
      edits,
      person === null
        ? say({ id: 'console.roster.added', defaultMessage: '{name} is on the floor.' }, { name })
        : say({ id: 'console.roster.saved', defaultMessage: '{name} is saved.' }, { name }),
    )
    close()
  }
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={close}
      title={
        person === null ? (
          <FormattedMessage id="console.roster.new" defaultMessage="Somebody new" />
        ) : (
          <bdi>{person.name}</bdi>
        )
      }
      note={
        mayChange ? null : (
          <FormattedMessage
            id="console.roster.looking"
            defaultMessage="You may look. Their own manager or an admin changes this."
          />
        )
      }
      actions={
        <>
          <Button onPress={close}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          {mayChange && (
            <Button look="primary" isDisabled={edits.length === 0 || !maySave(effects)} onPress={save}>
              <FormattedMessage id="console.rule.save" defaultMessage="Save" />
            </Button>
          )}
        </>
      }
    >
      <PersonForm
        id={person?.id ?? 'new'}
        index={index}
        draft={draft}
        file={file}
        today={today}
        onChange={(change) => form.set({ draft: { ...draft, ...change } })}
      />
      <EffectsNote of={effects} />
    </Dialog>
  )
}
