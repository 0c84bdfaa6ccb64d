// The list that a picker opens, and what of it is chosen.
import { Check } from 'lucide-react'
import { ListBox, ListBoxItem, Popover, SelectValue, Text } from 'react-aria-components'
import './picker.css'

export interface Choice<K extends string> {
  readonly id: K
  readonly name: string
  /** What choosing it means. */
  readonly note?: string
}

interface ChosenProps<K extends string> {
  readonly choices: readonly Choice<K>[]
  readonly value: K | null
  readonly className?: string
}

/** The name alone, without its note. */
export function Chosen<K extends string>({ choices, value, className = '' }: ChosenProps<K>) {
  return (
    <SelectValue className={className}>
      {({ isPlaceholder, defaultChildren }) =>
        isPlaceholder ? defaultChildren : choices.find(({ id }) => id === value)?.name
      }
    </SelectValue>
  )
}

interface ChoiceListProps<K extends string> {
  readonly choices: readonly Choice<K>[]
  readonly className?: string
}

export function ChoiceList<K extends string>({ choices, className = '' }: ChoiceListProps<K>) {
  return (
    <Popover className={`popover picker-list ${className}`.trim()}>
      <ListBox className="options" items={choices}>
        {({ id, name, note }) => (
          <ListBoxItem id={id} textValue={name} className="option">
            {({ isSelected }) => (
              <>
                <span className="option-mark">{isSelected && <Check aria-hidden="true" />}</span>
                <span className="option-words">
                  <Text slot="label">{name}</Text>
                  {note && (
                    <Text slot="description" className="soft small">
                      {note}
                    </Text>
                  )}
                </span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}
