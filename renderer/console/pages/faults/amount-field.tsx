// A number that is typed: it counts as it stands, without leaving the field, and is said again as it was understood.
import { type ReactNode, useState } from 'react'
import { type FormatNumberOptions, useIntl } from 'react-intl'
import { readTypedAmount } from '../../../../shared/domain/standing/goal-sheet/read-amounts.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../words/words.tsx'

interface AmountFieldProps {
  readonly label: ReactNode
  /** What stands there at first; null: nothing. */
  readonly initial: number | null
  /** Null: it is empty, or no number. */
  readonly onChange: (amount: number | null) => void
  /** How it is said again. */
  readonly format: FormatNumberOptions
  readonly mayBeNegative?: boolean
  readonly autoFocus?: boolean
}

const minus = /^\s*[-−]\s*/

/** `1,50` and `1.50`, `1,234.50` and `1.234,50`; null for what is no number. */
const read = (text: string, locale: string, mayBeNegative: boolean): number | null => {
  const isNegative = mayBeNegative && minus.test(text)
  const typed = readTypedAmount(isNegative ? text.replace(minus, '') : text, locale)
  if (typed.is !== 'amount') return null
  return isNegative ? -typed.amount : typed.amount
}

export function AmountField({
  label,
  initial,
  onChange,
  format,
  mayBeNegative = false,
  autoFocus = false,
}: AmountFieldProps) {
  const say = useSay()
  const { locale, formatNumber } = useIntl()
  const [text, setText] = useState(
    initial === null ? '' : formatNumber(initial, { useGrouping: false, maximumFractionDigits: 6 }),
  )
  const amount = read(text, locale, mayBeNegative)
  const isWrong = amount === null && text.trim() !== ''
  return (
    <TextField
      label={label}
      value={text}
      inputMode="decimal"
      autoComplete="off"
      autoFocus={autoFocus}
      maxLength={30}
      onChange={(next) => {
        setText(next)
        onChange(read(next, locale, mayBeNegative))
      }}
      hint={amount === null ? undefined : formatNumber(amount, format)}
      error={
        isWrong ? say({ id: 'console.faults.no-number', defaultMessage: 'That is no number.' }) : undefined
      }
    />
  )
}
