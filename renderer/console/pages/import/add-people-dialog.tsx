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
import { teamOfRole, usualPlace } from '../../../../shared/domain/people/usual-place.ts'
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
  readonly file: Pick<FloorFile, 'people' | 'roles' | 'teams' | 'boards'>
  readonly onAdded: () => Promise<void>
  readonly onClose: () => void
}

const none = 'none of them'

type Place = 'role' | 'team'

export function AddPeopleDialog({ names, file, onAdded, onClose }: AddPeopleDialogProps) {
  const say = useSay()
  const edit = useEdit()
  const [busy, setBusy] = useState(false)
  const [people, setPeople] = useState<readonly NamedPerson[]>(() =>
    names.map(({ name, also }) => namedPerson(name, also, usualPlace(file))),
  )
  const change = (written: string, next: Partial<NamedPerson>) =>
    setPeople((before) => before.map((each) => (each.written === written ? { ...each, ...next } : each)))
  const roles = [
    { id: none, name: say({ id: 'console.roster.role.none', defaultMessage: 'No role' }) },
    ...file.roles.map(({ id, name }) => ({ id, name })),
  ]
  const teams = [
    { id: none, name: say({ id: 'console.imports.people.no-team', defaultMessage: 'No team yet' }) },
    ...file.teams.map(({ id, name }) => ({ id, name })),
  ]
  /** What all of them have. */
  const ofAll = (what: Place): string | null => {
    const first = people[0]?.[what] ?? null
    return people.every((each) => each[what] === first) ? (first ?? none) : null
  }
  const chosen = (id: string): string | null => (id === none ? null : id)
  /** With a role goes the team that it is in. */
  const withRole = (id: string): Partial<NamedPerson> => {
    const team = teamOfRole(file, id)
    return { role: chosen(id), ...(team !== null && { team }) }
  }
  const changeAll = (next: Partial<NamedPerson>) => setPeople(people.map((each) => ({ ...each, ...next })))
  const isWhole = people.every(({ name }) => Name.safeParse(name).success)
  const several = say({ id: 'console.imports.people.several', defaultMessage: 'Several' })
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
      {people.length > 1 && (
        <div className="import-places">
          {file.roles.length > 0 && (
            <Picker
              label={
                <FormattedMessage id="console.imports.people.all-role" defaultMessage="Role of all of them" />
              }
              choices={roles}
              value={ofAll('role')}
              placeholder={several}
              onChange={(id) => changeAll(withRole(id))}
            />
          )}
          {file.teams.length > 0 && (
            <Picker
              label={
                <FormattedMessage id="console.imports.people.all" defaultMessage="Team of all of them" />
              }
              choices={teams}
              value={ofAll('team')}
              placeholder={several}
              onChange={(id) => changeAll({ team: chosen(id) })}
            />
          )}
        </div>
      )}
      {file.roles.length > 0 && people.some(({ role }) => role === null) && (
        <p className="soft small">
          <FormattedMessage
            id="console.imports.people.no-role"
            defaultMessage="Whoever has no role is on no board of a role, and has none of its goals."
          />
        </p>
      )}
      <ul className="import-people">
        {people.map(({ written, name, also, role, team }) => (
          <li key={written} className="import-person">
            <TextField
              label={<bdi>{written}</bdi>}
              {...(also !== null && { hint: <bdi>{also}</bdi> })}
              value={name}
              onChange={(next) => change(written, { name: next })}
              maxLength={200}
            />
            {file.roles.length > 0 && (
              <Picker
                label={<FormattedMessage id="console.roster.role" defaultMessage="Role" />}
                choices={roles}
                value={role ?? none}
                onChange={(id) => change(written, withRole(id))}
              />
            )}
            {file.teams.length > 0 && (
              <Picker
                label={<FormattedMessage id="console.imports.people.team" defaultMessage="Team" />}
                choices={teams}
                value={team ?? none}
                onChange={(id) => change(written, { team: chosen(id) })}
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
