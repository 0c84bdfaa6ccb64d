// An amount in the unit of a metric: money in whole units of the floor's currency, everything else as it is.
import type { ReactNode } from 'react'
import { exponentOf } from '../../../../shared/domain/words/currency-exponent.ts'
import type { Unit } from '../../../../shared/wire/view-parts.ts'
import { useMe } from '../../api/queries.ts'
import { NumberField } from '../../kit/field.tsx'

interface AmountFieldProps {
  readonly label: ReactNode
  /** Money in minor units. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly unit: Unit
}

/** In the units that are typed. */
const most = 1e12

export function AmountField({ label, value, onChange, unit }: AmountFieldProps) {
  const currency = useMe()?.floor.currency ?? 'USD'
  const scale = unit === 'money' ? 10 ** exponentOf(currency) : 1
  const shown = Math.round(value / scale)
  const format: Intl.NumberFormatOptions =
    unit === 'money'
      ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 }
      : { maximumFractionDigits: 0 }
  return (
    <NumberField
      label={label}
      value={shown}
      min={0}
      max={most}
      format={format}
      onChange={(next) => {
        // A field that is left as it was keeps what its figure rounds away.
        if (next !== shown) onChange(next * scale)
      }}
    />
  )
}
