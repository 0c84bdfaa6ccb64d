// Faults of goals: whose they are, and whether two of them say different things of the same.
import type { FloorFile, Goal } from '../wire/floor.ts'
import { parseWindow } from '../wire/window.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

/** Goals of one metric, window and subject that hold from one day are the same goal; "this month" is "month". */
const identity = (goal: Goal): string =>
  JSON.stringify([
    goal.metric,
    parseWindow(goal.window),
    goal.rep ?? null,
    goal.role ?? null,
    goal.team ?? null,
    goal.org ?? null,
    goal.from ?? null,
  ])

/** 5 is 500 %; a pipeline may well be four times the quota, but nobody means a rate of 6300 %. */
const highestFraction = 10

const valueFaults = (goal: Goal, unit: string | undefined, path: FloorFault['path']): FloorFault[] => {
  const at = [...path, 'value']
  if (goal.value === 'sum-of-members') {
    if (unit !== 'percent' && unit !== 'days') return []
    return [
      {
        path: at,
        message: `cannot be the sum of its members': ${unit === 'days' ? 'days' : 'rates'} do not add up`,
      },
    ]
  }
  if (unit !== 'percent' || goal.value <= highestFraction) return []
  return [
    {
      path: at,
      message: `is ${goal.value * 100} %; a percentage is written as a fraction: ${goal.value / 100}`,
    },
  ]
}

export const goalFaults = ({ goals, metrics, people, roles, teams }: FloorFile): FloorFault[] => {
  const [metricIds, personIds, roleIds, teamIds] = [metrics, people, roles, teams].map(knownIds)
  const units = new Map(metrics.map((metric) => [metric.id, metric.unit]))
  const none: ReadonlySet<string> = new Set()
  const first = new Map<string, number>()
  return goals.flatMap((goal, index): FloorFault[] => {
    const path = ['goals', index]
    const key = identity(goal)
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, index)
    return [
      ...danglingFaults(goal.metric, metricIds ?? none, 'metric', [...path, 'metric']),
      ...danglingFaults(goal.rep, personIds ?? none, 'person', [...path, 'rep']),
      ...danglingFaults(goal.role, roleIds ?? none, 'role', [...path, 'role']),
      ...danglingFaults(goal.team, teamIds ?? none, 'team', [...path, 'team']),
      ...valueFaults(goal, units.get(goal.metric), path),
      ...(earlier === undefined ? [] : [{ path, message: `sets the same goal as goals[${earlier}]` }]),
    ]
  })
}
