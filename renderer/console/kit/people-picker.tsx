// Some of the floor's people, found by their names.
import { X } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { useSay } from '../words/words.tsx'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import './people-picker.css'

/** As many as are looked through at a glance. */
const most = 6

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

interface PeoplePickerProps {
  readonly people: FloorFile['people']
  readonly value: readonly string[]
  readonly most: number
  /** Of the field in which names are typed; “Who” when left out. */
  readonly label?: string
  readonly onChange: (value: readonly string[]) => void
}

export function PeoplePicker({ people, value, most: mostChosen, label, onChange }: PeoplePickerProps) {
  const say = useSay()
  const [asked, setAsked] = useState('')
  const chosen = value.flatMap((id) => people.find((person) => person.id === id) ?? [])
  const words = folded(asked).split(/\s+/).filter(Boolean)
  const found = people
    .filter(({ id, name }) => !value.includes(id) && words.every((word) => folded(name).includes(word)))
    .slice(0, most)
  return (
    <div className="people-picker">
      {label !== undefined && chosen.length >= mostChosen && <span className="field-label">{label}</span>}
      {chosen.length > 0 && (
        <ul className="people-chosen">
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <span dir="auto">{name}</span>
              <Button
                size="small"
                look="quiet"
                icon={<X />}
                aria-label={say(
                  { id: 'console.celebrate.people.remove', defaultMessage: 'Without {name}' },
                  { name },
                )}
                onPress={() => onChange(value.filter((each) => each !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      {chosen.length < mostChosen && (
        <TextField
          label={label ?? say({ id: 'console.celebrate.people', defaultMessage: 'Who' })}
          type="search"
          value={asked}
          onChange={setAsked}
          placeholder={say({ id: 'console.celebrate.people.find', defaultMessage: 'Type a name' })}
        />
      )}
      {asked.trim() !== '' && chosen.length < mostChosen && (
        <ul className="people-found">
          {found.map(({ id, name }) => (
            <li key={id}>
              <Button
                size="small"
                onPress={() => {
                  onChange([...value, id])
                  setAsked('')
                }}
              >
                <span dir="auto">{name}</span>
              </Button>
            </li>
          ))}
          {found.length === 0 && (
            <li className="soft small">
              <FormattedMessage
                id="console.celebrate.people.none"
                defaultMessage="Nobody of that name is on the floor."
              />
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
