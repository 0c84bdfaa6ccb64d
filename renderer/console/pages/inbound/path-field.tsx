// Where a field stands in what is sent: chosen from what the sample has, or typed.
import { ChevronDown } from 'lucide-react'
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import type { FoundPath } from './paths-in.ts'

interface PathFieldProps {
  readonly label: string
  readonly hint?: string
  readonly paths: readonly FoundPath[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required?: boolean
}

export function PathField({ label, hint, paths, value, onChange, required = false }: PathFieldProps) {
  const here = paths.find(({ path }) => path === value)?.shown
  return (
    <ComboBox
      className="field"
      inputValue={value}
      onInputChange={onChange}
      items={paths.map((found) => ({ ...found, id: found.path }))}
      allowsCustomValue
      allowsEmptyCollection
      isRequired={required}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      <div className="path-box">
        <Input className="input path-input" dir="ltr" />
        {paths.length > 0 && (
          <Button className="path-open">
            <ChevronDown size={16} aria-hidden="true" />
          </Button>
        )}
      </div>
      {(here ?? hint) && (
        <Text slot="description" className="hint cut" dir="auto">
          {here ?? hint}
        </Text>
      )}
      <FieldError className="fault" />
      <Popover className="popover picker-list">
        <ListBox className="options">
          {({ path, shown }: FoundPath) => (
            <ListBoxItem id={path} textValue={path} className="option">
              <span className="option-words">
                <Text slot="label" dir="ltr">
                  {path}
                </Text>
                <Text slot="description" className="soft small cut" dir="auto">
                  {shown}
                </Text>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
