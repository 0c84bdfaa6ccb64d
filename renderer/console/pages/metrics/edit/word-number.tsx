// A number of the sentence that is typed, in the line of the sentence.
import { NumberField as AriaNumberField, Input, Label } from 'react-aria-components'

interface WordNumberProps {
  readonly label: string
  /** Null: none is typed yet. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly format: Intl.NumberFormatOptions
  readonly min?: number
  readonly max?: number
}

export function WordNumber({ label, value, onChange, format, min, max }: WordNumberProps) {
  return (
    <AriaNumberField
      className="word"
      value={value ?? Number.NaN}
      formatOptions={format}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
    >
      <Label className="unseen">{label}</Label>
      <Input className="word-number" data-empty={value === null ? '' : undefined} placeholder="…" />
    </AriaNumberField>
  )
}
