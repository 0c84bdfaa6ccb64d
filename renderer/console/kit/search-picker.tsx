// One of very many: what is typed narrows the list.
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import './picker.css'

interface SearchPickerProps {
  readonly label: ReactNode
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

export function SearchPicker({ label, choices, value, onChange }: SearchPickerProps) {
  return (
    <ComboBox
      className="field picker"
      defaultItems={choices}
      selectedKey={value}
      menuTrigger="focus"
      onSelectionChange={(key) => {
        if (typeof key === 'string') onChange(key)
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className="search-picker">
        <Input className="input" />
        <Button className="search-picker-open">
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover picker-list">
        <ListBox className="options">
          {({ id, name }: { readonly id: string; readonly name: string }) => (
            <ListBoxItem id={id} textValue={name} className="option">
              {({ isSelected }) => (
                <>
                  <span className="option-mark">{isSelected && <Check aria-hidden="true" />}</span>
                  <span className="option-words">{name}</span>
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
