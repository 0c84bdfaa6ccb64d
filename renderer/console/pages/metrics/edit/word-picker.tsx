// A word of the sentence that is chosen from a list, in the line of the sentence.
import { ChevronDown } from 'lucide-react'
import { Button, Label, Select } from 'react-aria-components'
import { type Choice, ChoiceList, Chosen } from '../../../kit/choice-list.tsx'

interface WordPickerProps<K extends string> {
  /** For screen readers: which place of the sentence it is. */
  readonly label: string
  readonly choices: readonly Choice<K>[]
  /** Null: nothing is chosen yet. */
  readonly value: K | null
  readonly onChange: (value: K) => void
  readonly placeholder?: string
  /** Whether it is what adds to the sentence, and no word of it. */
  readonly isAdding?: boolean
}

export function WordPicker<K extends string>({
  label,
  choices,
  value,
  onChange,
  placeholder = '…',
  isAdding = false,
}: WordPickerProps<K>) {
  return (
    <Select
      className="word"
      value={value}
      placeholder={placeholder}
      onChange={(key) => {
        const choice = choices.find(({ id }) => id === key)
        if (choice) onChange(choice.id)
      }}
    >
      <Label className="unseen">{label}</Label>
      <Button
        className="word-button"
        data-adding={isAdding ? '' : undefined}
        data-empty={value === null ? '' : undefined}
      >
        <Chosen choices={choices} value={value} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <ChoiceList choices={choices} className="word-list" />
    </Select>
  )
}
