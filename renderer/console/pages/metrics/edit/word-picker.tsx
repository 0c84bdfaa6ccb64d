// A word of the sentence that is chosen from a list, in the line of the sentence.
import { Check, ChevronDown } from 'lucide-react'
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
import type { Choice } from '../../../kit/picker.tsx'

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
        <SelectValue>
          {({ isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : choices.find(({ id }) => id === value)?.name
          }
        </SelectValue>
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className="popover picker-list word-list">
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
