// Who walks up to which sound or film: played where a rule says "with the person's own clip".
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { PeoplePicker } from '../../kit/people-picker.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { useMediaChoices } from './use-media-choices.ts'

type Person = FloorFile['people'][number]

function Clip({
  person,
  onChange,
}: {
  readonly person: Person
  readonly onChange: (address: string) => void
}) {
  const say = useSay()
  const clips = useMediaChoices(['sound', 'video'], person.walkUp ?? '')
  return (
    <Picker
      label={say({ id: 'console.walk-up.of', defaultMessage: 'The clip of {name}' }, { name: person.name })}
      labelUnseen
      value={person.walkUp ?? ''}
      choices={[{ id: '', name: say({ id: 'console.walk-up.none', defaultMessage: 'No clip' }) }, ...clips]}
      onChange={onChange}
    />
  )
}

function NewClip({
  people,
  onGive,
  onClose,
}: {
  readonly people: readonly Person[]
  readonly onGive: (person: Person, address: string) => void
  readonly onClose: () => void
}) {
  const say = useSay()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [clip, setClip] = useState('')
  const clips = useMediaChoices(['sound', 'video'], '')
  const person = people.find(({ id }) => id === chosen[0])
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say({ id: 'console.walk-up.new', defaultMessage: 'Give somebody a clip' })}
      note={
        clips.length === 0 && (
          <FormattedMessage
            id="console.walk-up.no-sounds"
            defaultMessage="There are no sounds or films of your own yet. Add one first."
          />
        )
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isDisabled={person === undefined || clip === ''}
            onPress={() => person && onGive(person, clip)}
          >
            <FormattedMessage id="console.rule.save" defaultMessage="Save" />
          </Button>
        </>
      }
    >
      <div className="celebration-fields">
        <PeoplePicker people={[...people]} value={chosen} most={1} onChange={setChosen} />
        <Picker
          label={say({ id: 'console.walk-up.clip', defaultMessage: 'Walks up to' })}
          value={clip === '' ? null : clip}
          placeholder={say({ id: 'console.walk-up.choose', defaultMessage: 'Choose a sound or a film' })}
          choices={clips}
          onChange={setClip}
        />
      </div>
    </Dialog>
  )
}

export function WalkUps({ people }: { readonly people: FloorFile['people'] }) {
  const say = useSay()
  const edit = useEdit()
  const [giving, setGiving] = useState(false)
  const give = ({ id, name }: Person, address: string) =>
    void edit(
      [{ do: 'set', list: 'people', id, fields: { walkUp: address === '' ? null : address } }],
      address === ''
        ? say({ id: 'console.walk-up.taken', defaultMessage: '{name} has no clip any more.' }, { name })
        : say({ id: 'console.walk-up.given', defaultMessage: '{name} has a clip of their own.' }, { name }),
    )
  const having = people.filter(({ walkUp }) => walkUp !== undefined)
  return (
    <Card
      title={<FormattedMessage id="console.walk-up.title" defaultMessage="Whose clip is played" />}
      note={
        <Button size="small" icon={<Plus aria-hidden="true" />} onPress={() => setGiving(true)}>
          <FormattedMessage id="console.walk-up.new" defaultMessage="Give somebody a clip" />
        </Button>
      }
    >
      {having.length === 0 ? (
        <p className="soft">
          <FormattedMessage
            id="console.walk-up.nobody"
            defaultMessage="Nobody has a clip of their own. A rule that says so plays it instead of its sound, or shows the film."
          />
        </p>
      ) : (
        <ul className="lines">
          {having.map((person) => (
            <li key={person.id} className="line">
              <h3 className="grow" dir="auto">
                {person.name}
              </h3>
              <Clip person={person} onChange={(address) => give(person, address)} />
            </li>
          ))}
        </ul>
      )}
      {giving && (
        <NewClip
          people={people.filter(({ walkUp }) => walkUp === undefined)}
          onGive={(person, address) => {
            give(person, address)
            setGiving(false)
          }}
          onClose={() => setGiving(false)}
        />
      )}
    </Card>
  )
}
