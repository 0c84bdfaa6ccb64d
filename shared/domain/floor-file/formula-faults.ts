// Faults of formulas: steps that are not there or do not add up, rates that are none, goals that hang in the air.
import type { FloorFile, Goal } from '../../wire/floor.ts'
import type { Formula } from '../../wire/formula.ts'
import { parseWindow } from '../../wire/window.ts'
import { addsUp } from './adds-up.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

type Named = {
  readonly metric: string
  readonly rate?: string | undefined
  readonly open?: string | undefined
}

const stepsOf = ({ steps }: Formula): readonly Named[] =>
  steps.map((step) => (typeof step === 'string' ? { metric: step } : step))

/** That a step, or what is open of it, can be added up day by day. */
const sumFault = (id: string | undefined, { metrics }: FloorFile, path: FloorFault['path']): FloorFault[] => {
  const metric = metrics.find((each) => each.id === id)
  if (!metric || (addsUp(metric, metrics) && metric.better === 'higher' && metric.unit !== 'points'))
    return []
  return [
    { path, message: `"${id}" does not add up, so that it is no step of a chain; name a count or a sum` },
  ]
}

const rateFault = (
  id: string | undefined,
  { metrics }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const metric = metrics.find((each) => each.id === id)
  return metric && !('ratio' in metric.of)
    ? [{ path, message: `"${id}" is no ratio; name one such as won value ÷ decided value` }]
    : []
}

const stepFaults = (
  { metric, rate, open }: Named,
  index: number,
  file: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const ids = knownIds(file.metrics)
  return [
    ...danglingFaults(metric, ids, 'metric', path),
    ...danglingFaults(rate, ids, 'metric', path),
    ...danglingFaults(open, ids, 'metric', path),
    ...sumFault(metric, file, path),
    ...sumFault(open, file, path),
    ...rateFault(rate, file, path),
    ...(index === 0 && (rate !== undefined || open !== undefined)
      ? [{ path, message: 'is the first step: nothing becomes it, so that it has no rate and nothing open' }]
      : []),
  ]
}

const repeatFaults = (formula: Formula, path: FloorFault['path']): FloorFault[] => {
  const ids = stepsOf(formula).map(({ metric }) => metric)
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [{ path: [...path, 'steps', index], message: `"${id}" is a step already` }]
      : [],
  )
}

/** A goal that a plan cannot set: its metric is no step of the role's formula, or is the quota itself. */
const goalFault = (goal: Goal, file: FloorFile, path: FloorFault['path']): FloorFault[] => {
  if (goal.value !== 'from-formula') return []
  if (parseWindow(goal.window)?.kind !== 'period')
    return [{ path, message: 'can be taken from a formula for a day, a week, a month, a quarter or a year' }]
  const roles = goal.role === undefined ? file.formulas.map(({ role }) => role) : [goal.role]
  const formulas = file.formulas.filter(({ role }) => roles.includes(role))
  const isStep = formulas.some((formula) =>
    stepsOf(formula)
      .slice(0, -1)
      .some(({ metric }) => metric === goal.metric),
  )
  if (isStep) return []
  const what = goal.role === undefined ? 'of any formula' : `of a formula for "${goal.role}"`
  return [
    { path, message: `is to come from a formula, but "${goal.metric}" is no step ${what} before its last` },
  ]
}

export const formulaFaults = (file: FloorFile): FloorFault[] => {
  const roles = knownIds(file.roles)
  const first = new Map<string, number>()
  const own = file.formulas.flatMap((formula, index): FloorFault[] => {
    const path = ['formulas', index]
    const earlier = first.get(formula.role)
    if (earlier === undefined) first.set(formula.role, index)
    return [
      ...danglingFaults(formula.role, roles, 'role', [...path, 'role']),
      ...(earlier === undefined
        ? []
        : [
            {
              path: [...path, 'role'],
              message: `"${formula.role}" has a formula already, formulas[${earlier}]`,
            },
          ]),
      ...stepsOf(formula).flatMap((step, at) => stepFaults(step, at, file, [...path, 'steps', at])),
      ...repeatFaults(formula, path),
    ]
  })
  return [...own, ...file.goals.flatMap((goal, index) => goalFault(goal, file, ['goals', index]))]
}
