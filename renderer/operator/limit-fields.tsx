// The limits of a floor as they are typed: an empty field is no limit.
import { FormattedMessage } from 'react-intl'
import type { FloorLimits } from '../../shared/wire/floor-limits.ts'
import { TextField } from '../console/kit/field.tsx'
import { useSay } from '../console/words/words.tsx'

export interface TypedLimits {
  readonly facts: string
  readonly tvs: string
  /** In GB. */
  readonly disk: string
}

export const typedLimits = ({ factsAMinute, tvs, bytes }: FloorLimits): TypedLimits => ({
  facts: factsAMinute === null ? '' : String(factsAMinute),
  tvs: tvs === null ? '' : String(tvs),
  disk: bytes === null ? '' : String(bytes / 1e9),
})

const most = 2_147_483_647
/** Undefined for what is no count. */
const countOf = (text: string): number | null | undefined => {
  const trimmed = text.replace(/[\s.,'’]/g, '')
  if (trimmed === '') return null
  const number = Number(trimmed)
  return /^\d+$/.test(trimmed) && number >= 1 && number <= most ? number : undefined
}
const bytesOf = (text: string): number | null | undefined => {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return null
  const bytes = Math.round(Number(trimmed) * 1e9)
  return /^\d*\.?\d+$/.test(trimmed) && bytes >= 1e6 && bytes <= 1e15 ? bytes : undefined
}

/** Null while one of the fields is wrong. */
export const limitsOf = ({ facts, tvs, disk }: TypedLimits): FloorLimits | null => {
  const [factsAMinute, screens, bytes] = [countOf(facts), countOf(tvs), bytesOf(disk)]
  if (factsAMinute === undefined || screens === undefined || bytes === undefined) return null
  return { factsAMinute, tvs: screens, bytes }
}

interface LimitFieldsProps {
  readonly value: TypedLimits
  readonly onChange: (value: TypedLimits) => void
}

export function LimitFields({ value, onChange }: LimitFieldsProps) {
  const say = useSay()
  const none = say({ id: 'operator.no-limit', defaultMessage: 'no limit' })
  const wrongCount = say({
    id: 'operator.wrong-count',
    defaultMessage: 'A whole number, or nothing for no limit.',
  })
  return (
    <fieldset className="operator-limits">
      <legend className="field-label">
        <FormattedMessage id="operator.limits-legend" defaultMessage="It may have at most" />
      </legend>
      <TextField
        label={say({ id: 'operator.facts-a-minute', defaultMessage: 'Facts a minute' })}
        value={value.facts}
        onChange={(facts) => onChange({ ...value, facts })}
        placeholder={none}
        inputMode="decimal"
        error={countOf(value.facts) === undefined ? wrongCount : undefined}
      />
      <TextField
        label={say({ id: 'operator.tvs', defaultMessage: 'TVs' })}
        value={value.tvs}
        onChange={(tvs) => onChange({ ...value, tvs })}
        placeholder={none}
        inputMode="decimal"
        error={countOf(value.tvs) === undefined ? wrongCount : undefined}
      />
      <TextField
        label={say({ id: 'operator.disk', defaultMessage: 'Disk, in GB' })}
        value={value.disk}
        onChange={(disk) => onChange({ ...value, disk })}
        placeholder={none}
        inputMode="decimal"
        error={
          bytesOf(value.disk) === undefined
            ? say({
                id: 'operator.wrong-size',
                defaultMessage: 'A number such as 2 or 0.5, or nothing for no limit.',
              })
            : undefined
        }
      />
    </fieldset>
  )
}
