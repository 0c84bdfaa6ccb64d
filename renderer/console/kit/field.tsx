// Fields of forms: a label, what is typed, a hint, and what is wrong with it.
import type { ReactNode } from 'react'
import {
  NumberField as AriaNumberField,
  TextField as AriaTextField,
  FieldError,
  Group,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'
import './field.css'

interface TextFieldProps {
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  /** A sentence; shown instead of the hint. */
  readonly error?: string | undefined
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time'
  readonly autoComplete?: string
  readonly autoFocus?: boolean
  readonly required?: boolean
  readonly placeholder?: string
  readonly multiline?: boolean
  readonly name?: string
  readonly maxLength?: number
  /** Which keyboard a phone shows. */
  readonly inputMode?: 'decimal'
  readonly isDisabled?: boolean
}

export function TextField({
  label,
  hint,
  error,
  multiline = false,
  required = false,
  placeholder = '',
  type = 'text',
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      type={type}
      className="field"
      isRequired={required}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="field-label">{label}</Label>
      {multiline ? (
        <TextArea className="input" rows={3} placeholder={placeholder} />
      ) : (
        <Input className="input" placeholder={placeholder} />
      )}
      {error === undefined && hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="fault">{error}</FieldError>
    </AriaTextField>
  )
}

interface NumberFieldProps {
  readonly label: ReactNode
  readonly value: number
  /** When the field is left, or Enter or an arrow is pressed. */
  readonly onChange: (value: number) => void
  readonly min: number
  readonly max: number
  readonly step?: number
  /** Of `Intl.NumberFormat`, as for a unit. */
  readonly format?: Intl.NumberFormatOptions
  /** Whether the label is for screen readers alone. */
  readonly labelUnseen?: boolean
  readonly isDisabled?: boolean
}

export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  step = 1,
  format,
  labelUnseen = false,
  isDisabled = false,
}: NumberFieldProps) {
  return (
    <AriaNumberField
      className="field"
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      isDisabled={isDisabled}
      onChange={(next) => {
        if (!Number.isNaN(next)) onChange(next)
      }}
      {...(format ? { formatOptions: format } : {})}
    >
      <Label className={labelUnseen ? 'unseen' : 'field-label'}>{label}</Label>
      <Group>
        <Input className="input number" />
      </Group>
    </AriaNumberField>
  )
}
