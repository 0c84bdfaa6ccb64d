// People whom the file names and the floor does not have: looked through, put into teams, and added without leaving the file.
import { X } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import {
  addNamedPeople,
  countNamed,
  type NamedPerson,
  namedPerson,
} from '../../../../shared/domain/people/named-people.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { TriedImportFile } from '../../../../shared/wire/import-files.ts'
import { Name } from '../../../../shared/wire/text.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { newId } from '../../api/new-id.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'

type WrittenName = TriedImportFile['names'][number]

interface AddPeopleDialogProps {
  /** Nobody’s. */
  readonly names: readonly WrittenName[]
  readonly file: Pick<FloorFile, 'people' | 'teams'>
  readonly onAdded: () => Promise<void>
  readonly onClose: () => void
}

const noTeam = 'none of them'

export function AddPeopleDialog({ names, file, onAdded, onClose }: AddPeopleDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const [busy, setBusy] = useState(false)
  const [people, setPeople] = useState<readonly NamedPerson[]>(() =>
    names.map(({ name, also }) => namedPerson(name, also)),
  )
  const change = (written: string, next: Partial<NamedPerson>) =>
    setPeople((before) => before.map((each) => (each.written === written ? { ...each, ...next } : each)))
  const teams = [
    { id: noTeam, name: say({ id: 'console.imports.people.no-team', defaultMessage: 'No team yet' }) },
    ...file.teams.map(({ id, name }) => ({ id, name })),
  ]
  const first = people[0]?.team ?? null
  const all = people.every(({ team }) => team === first) ? (first ?? noTeam) : null
  const isWhole = people.every(({ name }) => Name.safeParse(name).success)
  const count = countNamed(people)
  const save = async () => {
    setBusy(true)
    const taken = [...file.people, ...file.teams].map(({ id }) => id)
    const outcome = await edit(
      addNamedPeople(people, taken, (name, ids) => newId(name, ids, 'person')),
      say(
        {
          id: 'console.paste.added',
          defaultMessage: '{added, plural, one {# person is} other {# people are}} on the floor.',
        },
        { added: count },
      ),
    )
    if (outcome.ok) await onAdded()
    setBusy(false)
    onClose()
  }
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={<FormattedMessage id="console.imports.people.title" defaultMessage="Add people to the floor" />}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isPending={busy}
            isDisabled={people.length === 0 || !isWhole}
            onPress={() => void save()}
          >
            <FormattedMessage
              id="console.paste.save"
              defaultMessage="Add {added, plural, one {# person} other {# people}}"
              values={{ added: count }}
            />
          </Button>
        </>
      }
    >
      <p className="soft">
        <FormattedMessage
          id="console.imports.people.note"
          defaultMessage="What the file calls them stays theirs as one more name. Give two of them the same name, and they are one person."
        />
      </p>
      {file.teams.length > 0 && people.length > 1 && (
        <Picker
          label={<FormattedMessage id="console.imports.people.all" defaultMessage="Team of all of them" />}
          choices={teams}
          value={all}
          placeholder={say({ id: 'console.imports.people.several', defaultMessage: 'Several' })}
          onChange={(team) =>
            setPeople(people.map((each) => ({ ...each, team: team === noTeam ? null : team })))
          }
        />
      )}
      <ul className="import-people">
        {people.map(({ written, name, also, team }) => (
          <li key={written} className="import-person">
            <TextField
              label={<bdi>{written}</bdi>}
              {...(also !== null && { hint: <bdi>{also}</bdi> })}
              value={name}
              onChange={(next) => change(written, { name: next })}
              maxLength={200}
            />
            {file.teams.length > 0 && (
              <Picker
                label={<FormattedMessage id="console.imports.people.team" defaultMessage="Team" />}
                choices={teams}
                value={team ?? noTeam}
                onChange={(next) => change(written, { team: next === noTeam ? null : next })}
              />
            )}
            <Button
              look="quiet"
              icon={<X aria-hidden="true" />}
              aria-label={say(
                { id: 'console.imports.people.leave-out', defaultMessage: 'Leave {name} out' },
                { name: written },
              )}
              onPress={() => setPeople(people.filter((each) => each.written !== written))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
