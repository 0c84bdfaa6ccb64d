// A value and the goal beside it, where a language writes money longer than English does.
import type { Format } from '../../../shared/domain/words/format.ts'
import { figuresIn } from '../../../shared/domain/words/text-width.ts'
import type { Standing, Unit } from '../../../shared/wire/view-parts.ts'

/** Of either; "−$1.57M" is no longer. */
const mostFigures = 7

type Beside = Pick<Standing, 'value' | 'goal'>

/** Whether both are to be set smaller, and the goal without the currency that the value has. */
export const isLongBeside = ({ value, goal }: Beside, unit: Unit, format: Format): boolean => {
  const figures = figuresIn(format.value(value, unit))
  return goal === null
    ? figures > mostFigures
    : figures + figuresIn(format.value(goal, unit)) > 2 * mostFigures
}

export const goalBeside = (goal: number, unit: Unit, isLong: boolean, format: Format): string =>
  isLong ? format.unsigned(goal, unit) : format.value(goal, unit)
