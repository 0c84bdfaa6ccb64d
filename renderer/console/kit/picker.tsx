// One of a few: a button that opens a list.
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components'
import './picker.css'

export interface Choice<K extends string> {
  readonly id: K
  readonly name: string
  /** What choosing it means. */
  readonly note?: string
}

interface PickerProps<K extends string> {
  readonly label: ReactNode
  readonly choices: readonly Choice<K>[]
  readonly value: K | null
  readonly onChange: (value: K) => void
  readonly placeholder?: string
  readonly labelUnseen?: boolean
  readonly isDisabled?: boolean
}

export function Picker<K extends string>({
  label,
  choices,
  value,
  onChange,
  placeholder,
  labelUnseen = false,
  isDisabled = false,
}: PickerProps<K>) {
  return (
    <Select
      className="field picker"
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const choice = choices.find(({ id }) => id === key)
        if (choice) onChange(choice.id)
      }}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={labelUnseen ? 'unseen' : 'field-label'}>{label}</Label>
      <Button className="input picker-button">
        <SelectValue className="cut">
          {({ isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : choices.find(({ id }) => id === value)?.name
          }
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className="popover picker-list">
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
    </Select>
  )
}
