// Who leads a rope, in words: the line stands on the side of whoever it is about.
import type { Format } from '../../../shared/domain/words/format.ts'
import type { HeadToHeadRow } from '../../../shared/wire/boards/head-to-head-board.ts'

/** By how much, whichever way is better; a lead too small for the wall's few figures is no "$0". */
const lead = (by: number, { metric: { unit } }: HeadToHeadRow, format: Format): string => {
  const text = format.delta(Math.abs(by), unit)
  if (text === format.delta(0, unit))
    return format.say({ id: 'head-to-head.hair', defaultMessage: 'ahead by a hair' })
  return format.say(
    { id: 'head-to-head.ahead-by', defaultMessage: 'ahead by {amount}' },
    { amount: unit === 'percent' ? text.replace('+', '') : format.value(Math.abs(by), unit) },
  )
}

export const leadWords = (row: HeadToHeadRow, format: Format): string => {
  const [left, right] = [row.left.value, row.right.value]
  if (left === null || right === null)
    return format.say({ id: 'head-to-head.waiting', defaultMessage: 'waiting for numbers' })
  // Where there is nothing to judge yet, the board says so once.
  if (row.leads === null) return ''
  switch (row.leads) {
    case 'left':
      return lead(left - right, row, format)
    case 'right':
      return lead(right - left, row, format)
    default:
      return left === 0
        ? format.say({ id: 'head-to-head.nobody', defaultMessage: 'nothing on either side yet' })
        : format.say({ id: 'head-to-head.level', defaultMessage: 'dead level' })
  }
}
