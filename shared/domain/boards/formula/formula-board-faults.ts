// What a board of a formula may not show: what is no step of it, what comes of it, and money.
import type { FormulaBoard } from '../../../wire/boards/formula-board.ts'
import type { FloorFile } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

const metricFault = (
  id: string,
  steps: readonly string[],
  { metrics }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  if (id === steps.at(-1))
    return [{ path, message: `"${id}" is the quota of the formula; name what a day asks on the way to it` }]
  if (!steps.includes(id))
    return [{ path, message: `"${id}" is no step of the role's formula, so that nothing of it is planned` }]
  return metrics.some((metric) => metric.id === id && metric.unit !== 'count')
    ? [{ path, message: `"${id}" is not counted in pieces, and a rep's day is; name such a step` }]
    : []
}

/** `path` leads to the board. */
export const formulaBoardFaults = (
  { metrics: ids, scope: { role } }: FormulaBoard,
  file: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const known = knownIds(file.metrics)
  const formula = file.formulas.find((each) => each.role === role)
  if (role === undefined || (formula === undefined && file.roles.some(({ id }) => id === role)))
    return [
      {
        path: [...path, 'scope'],
        message:
          role === undefined
            ? 'names no role: a formula is that of a role'
            : `"${role}" has no formula: name one under formulas, or another role`,
      },
    ]
  const steps = (formula?.steps ?? []).map((step) => (typeof step === 'string' ? step : step.metric))
  return ids.flatMap((id, at): FloorFault[] => {
    const here = [...path, 'metrics', at]
    if (ids.indexOf(id) < at) return [{ path: here, message: `"${id}" is on this board already` }]
    const dangling = danglingFaults(id, known, 'metric', here)
    return dangling.length > 0 || formula === undefined ? dangling : metricFault(id, steps, file, here)
  })
}
