// Faults of metrics: fields that the facts do not have, units that do not fit the measure, metrics made of themselves.
import type { FloorFile, Metric } from '../../wire/floor.ts'
import { knownFields } from '../counting/condition.ts'
import { circleInWords, danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

type Path = FloorFault['path']
type Of = Metric['of']
type BaseOf = Extract<Of, { readonly from: unknown }>

const activityOnly: ReadonlySet<string> = new Set([
  'kind',
  'at',
  'durationSeconds',
  'outcome',
  'conversation',
])
const isOwnField = (field: string): boolean => field.startsWith('fields.') && field.length > 'fields.'.length

const dateFaults = (of: BaseOf, path: Path): FloorFault[] => {
  if (of.from === 'activity' && of.date !== 'at') {
    return [{ path: [...path, 'date'], message: 'must be at: an activity has no other date' }]
  }
  if (of.from === 'deal' && of.date === 'at') {
    return [
      {
        path: [...path, 'date'],
        message: 'cannot be at, which only activities have; a deal has createdAt, closedAt, …',
      },
    ]
  }
  return []
}

export const conditionFaults = (of: Pick<BaseOf, 'from' | 'where'>, path: Path): FloorFault[] =>
  of.where.flatMap((condition, index): FloorFault[] => {
    const { field } = condition
    const at = [...path, 'where', index, 'field']
    if (isOwnField(field)) return []
    if (!knownFields.includes(field)) {
      return [
        { path: at, message: `"${field}" is no field of a fact; a source's own are written fields.${field}` },
      ]
    }
    if (of.from === 'deal' && activityOnly.has(field))
      return [{ path: at, message: `deals have no ${field}` }]
    if (field === 'conversation' && typeof condition.is !== 'boolean') {
      return [{ path: at, message: 'conversation can only be tested with is: true or is: false' }]
    }
    if (field === 'credit' && condition.is !== 'owner' && condition.is !== 'assist') {
      return [{ path: at, message: 'credit can only be tested with is: owner or is: assist' }]
    }
    return []
  })

const measureFaults = (
  { unit, of }: { unit: Metric['unit']; of: BaseOf },
  hasProbabilities: boolean,
  path: Path,
): FloorFault[] => {
  const at = [...path, 'of', 'measure']
  const wrongUnit = (message: string): FloorFault[] => [{ path: [...path, 'unit'], message }]
  const { measure } = of
  if (measure === 'count') return unit === 'count' ? [] : wrongUnit('must be count, since it counts facts')
  if ('meanDays' in measure) {
    if (unit !== 'days') return wrongUnit('must be days, since it measures days')
    if (of.from === 'activity') return [{ path: at, message: 'needs deals: an activity has one date only' }]
    const [from, to] = measure.meanDays
    if (from === 'at' || to === 'at')
      return [{ path: at, message: 'cannot use at, which only activities have' }]
    return from === to ? [{ path: at, message: 'needs two different dates' }] : []
  }
  const field = 'sum' in measure ? measure.sum : measure.mean
  if (field === 'weightedAmount') {
    if (of.from === 'activity')
      return [{ path: at, message: 'needs deals: only they have a stage to weight their amount by' }]
    if (!hasProbabilities)
      return [
        { path: at, message: 'needs the probabilities of stages: list them under floor.stageProbabilities' },
      ]
  }
  if (field === 'amount' || field === 'weightedAmount')
    return unit === 'money' ? [] : wrongUnit('must be money, since it adds up amounts')
  if (field !== 'durationSeconds' && !isOwnField(field)) {
    return [
      {
        path: at,
        message: `"${field}" is not a number field; use amount, weightedAmount, durationSeconds or fields.<name>`,
      },
    ]
  }
  if (field === 'durationSeconds' && of.from === 'deal')
    return [{ path: at, message: 'deals have no durationSeconds' }]
  if (unit === 'money') return wrongUnit(`cannot be money: ${field} has no currency, only amount has`)
  return unit === 'count' ? [] : wrongUnit(`must be count, the unit of a number such as ${field}`)
}

const ratioFaults = (
  metric: Metric,
  parts: readonly string[],
  unitOf: (id: string) => Metric['unit'] | undefined,
  path: Path,
): FloorFault[] => {
  const at = [...path, 'unit']
  const [above, below] = parts.map(unitOf)
  if (above === undefined || below === undefined) return []
  if (metric.unit === 'percent') {
    if (above === below) return []
    return [
      { path: at, message: `percent compares two numbers of one unit, but these are ${above} and ${below}` },
    ]
  }
  if (metric.unit === 'money') {
    if (above === 'money' && below !== 'money') return []
    return [{ path: at, message: `cannot be money: ${above} divided by ${below} is not an amount` }]
  }
  if (metric.unit !== 'count') return [{ path: at, message: 'of a ratio is percent, money or count' }]
  if (above === 'money' && below !== 'money') {
    return [{ path: at, message: `must be money: an amount divided by ${below} is an amount` }]
  }
  return []
}

/** The metrics on the way from a metric back to itself, or null. */
const circleOf = (id: string, partsOf: (id: string) => readonly string[]): readonly string[] | null => {
  const seen = new Set<string>()
  const way: string[] = []
  const leadsBack = (at: string): boolean => {
    way.push(at)
    for (const part of partsOf(at)) {
      if (part === id) return true
      if (seen.has(part)) continue
      seen.add(part)
      if (leadsBack(part)) return true
    }
    way.pop()
    return false
  }
  return leadsBack(id) ? way : null
}

const partsOf = (of: Of): readonly string[] => {
  if ('ratio' in of) return of.ratio
  return 'points' in of ? of.points.map(([id]) => id) : []
}

const measureKind = ({ measure }: BaseOf): string => {
  if (measure === 'count') return 'count'
  return 'sum' in measure ? 'sum' : 'mean' in measure ? 'mean' : 'meanDays'
}

/** Definitions before the one that stands: each holds from its own day to the next one's. */
const earlierFaults = (metric: Metric, hasProbabilities: boolean, path: Path): FloorFault[] => {
  const { of, unit, since, retired, earlier = [] } = metric
  const faults: FloorFault[] = []
  if (retired !== undefined && since !== undefined && retired.on <= since)
    faults.push({
      path: [...path, 'retired', 'on'],
      message: `must be after ${since}, when it began to hold`,
    })
  if (earlier.length === 0) return faults
  if (!('from' in of))
    return [
      ...faults,
      {
        path: [...path, 'earlier'],
        message: 'goes with what counts facts: a ratio and points follow the definitions of their parts',
      },
    ]
  const begins = [...earlier.map((each) => each.since), since]
  begins.forEach((begin, index) => {
    const at = index === earlier.length ? [...path, 'since'] : [...path, 'earlier', index, 'since']
    const before = begins[index - 1]
    if (index > 0 && begin === undefined)
      faults.push({
        path: at.slice(0, -1),
        message: 'needs since, the day from which it holds: others came before',
      })
    else if (begin !== undefined && before !== undefined && begin <= before)
      faults.push({
        path: at,
        message: `must be after ${before}, when the definition before it began to hold`,
      })
  })
  earlier.forEach((each, index) => {
    const at = [...path, 'earlier', index]
    faults.push(
      ...dateFaults(each.of, [...at, 'of']),
      ...conditionFaults(each.of, [...at, 'of']),
      ...measureFaults({ unit, of: each.of }, hasProbabilities, at),
    )
    if (measureKind(each.of) !== measureKind(of))
      faults.push({
        path: [...at, 'of', 'measure'],
        message: 'must be of the same kind as today’s: counts, sums and means are no parts of one number',
      })
  })
  return faults
}

export const metricFaults = ({ metrics, floor }: FloorFile): FloorFault[] => {
  const hasProbabilities = Object.keys(floor.stageProbabilities).length > 0
  const ids = knownIds(metrics)
  const byId = new Map(metrics.map((metric) => [metric.id, metric]))
  const partsById = (id: string) => {
    const metric = byId.get(id)
    return metric ? partsOf(metric.of) : []
  }
  return metrics.flatMap((metric, index): FloorFault[] => {
    const path = ['metrics', index]
    const { of, unit } = metric
    if ('from' in of) {
      const inside = [...path, 'of']
      return [
        ...dateFaults(of, inside),
        ...conditionFaults(of, inside),
        ...measureFaults({ unit, of }, hasProbabilities, path),
        ...earlierFaults(metric, hasProbabilities, path),
      ]
    }
    const kind = 'ratio' in of ? 'ratio' : 'points'
    const parts = partsOf(of)
    const dangling = parts.flatMap((id, at) =>
      danglingFaults(id, ids, 'metric', [...path, 'of', kind, at, ...(kind === 'points' ? [0] : [])]),
    )
    const earlier = earlierFaults(metric, hasProbabilities, path)
    const circle = circleOf(metric.id, partsById)
    if (circle)
      return [
        ...dangling,
        ...earlier,
        { path: [...path, 'of', kind], message: `makes a circle: ${circleInWords(circle, circle.length)}` },
      ]
    if (kind === 'ratio')
      return [...dangling, ...earlier, ...ratioFaults(metric, parts, (id) => byId.get(id)?.unit, path)]
    if (unit !== 'points')
      return [...dangling, ...earlier, { path: [...path, 'unit'], message: 'must be points' }]
    return [...dangling, ...earlier]
  })
}
