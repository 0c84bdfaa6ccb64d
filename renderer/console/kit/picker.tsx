// One of a few: a button that opens a list.
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Label, Select } from 'react-aria-components'
import { type Choice, ChoiceList, Chosen } from './choice-list.tsx'

export type { Choice }

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
        <Chosen choices={choices} value={value} className="cut" />
        <ChevronDown aria-hidden="true" />
      </Button>
      <ChoiceList choices={choices} />
    </Select>
  )
}
