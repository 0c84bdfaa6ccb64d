// Faults of goals: unknown subjects and metrics, values that do not fit, the same goal set twice.
import type { FloorFile, Goal, Metric } from '../../wire/floor.ts'
import { parseWindow } from '../../wire/window.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

/** A goal for "last quarter" is a goal for every quarter. */
const windowOf = (text: string): unknown => {
  const window = parseWindow(text)
  return window?.kind === 'period' ? window.grain : window
}

/** Goals of one metric, window and subject that hold from one day are the same goal. */
const identity = ({ metric, window, rep, role, team, org, from }: Goal): string =>
  JSON.stringify([metric, windowOf(window), rep, role, team, org, from].map((part) => part ?? null))

/** 1000 %: a pipeline may be four times the quota, but a goal of 63 was meant as 63 %. */
const highestFraction = 10

/** A team's rate or mean is not the sum of its people's. */
const isSum = ({ of }: Metric): boolean =>
  'from' in of ? of.measure === 'count' || 'sum' in of.measure : 'points' in of

const valueFaults = (goal: Goal, metric: Metric | undefined, path: FloorFault['path']): FloorFault[] => {
  if (metric === undefined) return []
  const at = [...path, 'value']
  if (goal.value === 'sum-of-members') {
    if (isSum(metric)) return []
    return [{ path: at, message: 'cannot be the sum of its members: rates and means do not add up' }]
  }
  if (goal.value === 'from-formula' || metric.unit !== 'percent' || goal.value <= highestFraction) return []
  return [
    {
      path: at,
      message: `is ${goal.value * 100} %; a percentage is written as a fraction: ${goal.value / 100}`,
    },
  ]
}

export const goalFaults = ({ goals, metrics, people, roles, teams }: FloorFile): FloorFault[] => {
  const [metricIds, personIds, roleIds, teamIds] = [metrics, people, roles, teams].map(knownIds)
  const metricOf = new Map(metrics.map((metric) => [metric.id, metric]))
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
      ...valueFaults(goal, metricOf.get(goal.metric), path),
      ...(earlier === undefined ? [] : [{ path, message: `sets the same goal as goals[${earlier}]` }]),
    ]
  })
}
