import type { Format } from '../../../shared/domain/words/format.ts'
import type { Unit } from '../../../shared/wire/view-parts.ts'

/** A ratio's change is a difference, everything else's a share of what it was. */
export const changeText = (improvement: number | null, unit: Unit, format: Format): string =>
  unit === 'percent' ? format.delta(improvement, unit) : format.change(improvement)
