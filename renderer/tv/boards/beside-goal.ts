// A value and the goal beside it, where a language writes money longer than English does.
import type { Format } from '../../../shared/domain/format.ts'
import { figuresIn } from '../../../shared/domain/text-width.ts'
import type { Standing, Unit } from '../../../shared/wire/view-parts.ts'

/** Of both together; "−$1.57M" and "$2.75M" are less. */
const mostFigures = 14

type Beside = Pick<Standing, 'value' | 'goal'>

/** Whether both are to be set smaller, and the goal without the currency that the value has. */
export const isLongBeside = ({ value, goal }: Beside, unit: Unit, format: Format): boolean =>
  goal !== null && figuresIn(format.value(value, unit)) + figuresIn(format.value(goal, unit)) > mostFigures

export const goalBeside = (goal: number, unit: Unit, isLong: boolean, format: Format): string =>
  isLong ? format.unsigned(goal, unit) : format.value(goal, unit)
