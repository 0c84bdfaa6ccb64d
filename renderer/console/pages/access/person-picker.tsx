// Which person of the floor somebody is who signs in.
import { useFloor } from '../../api/floor-edits.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'

interface PersonPickerProps {
  /** Their id; null: nobody of the floor. */
  readonly value: string | null
  readonly onChange: (person: string | null) => void
}

/** A choice of the picker. No id has this form. */
const nobody = '-'

export function PersonPicker({ value, onChange }: PersonPickerProps) {
  const say = useSay()
  const people = useFloor()?.file.people ?? []
  return (
    <Picker
      label={say({ id: 'console.person', defaultMessage: 'On the floor they are' })}
      choices={[
        { id: nobody, name: say({ id: 'console.person.nobody', defaultMessage: 'Nobody' }) },
        ...people.map(({ id, name }) => ({ id, name })),
      ]}
      value={people.some(({ id }) => id === value) ? value : nobody}
      onChange={(id) => onChange(id === nobody ? null : id)}
    />
  )
}
