// Which edges of a block in the week can be moved, and what hours its rule then has.
import type { ScheduleRule } from '../../../../shared/domain/screens/schedule-rules.ts'

export type Edge = 'start' | 'end'

/** Minutes from the midnight that begins the rule's day; `to` beyond 1440 is on the next day. */
export interface EdgeHours {
  readonly from: number
  readonly to: number
}

const dayMinutes = 24 * 60
/** A rule begins and ends on a quarter of an hour where it is moved. */
export const step = 15

interface Drawn {
  readonly rule: ScheduleRule | null
  /** Minutes of the day in which it is drawn. */
  readonly from: number
  readonly to: number
}

/** A block's edge that is its rule's own: not where another rule or midnight cuts it. A whole day has none. */
export const edgesOf = ({ rule, from, to }: Drawn): readonly Edge[] => {
  if (!rule?.slot?.hours) return []
  const isRest = from === 0 && rule.to > dayMinutes
  return [
    ...(from === rule.from && !isRest ? (['start'] as const) : []),
    ...(to === rule.to || (isRest && to === rule.to - dayMinutes) ? (['end'] as const) : []),
  ]
}

/** Where an edge is drawn: minutes of its day. */
export const drawnAt = ({ from, to }: EdgeHours, edge: Edge): number =>
  edge === 'start' ? from : to > dayMinutes ? to - dayMinutes : to

/** How far an edge can go, in minutes of the day in which it is drawn. */
export const edgeRange = (
  { from, to }: EdgeHours,
  edge: Edge,
): { readonly least: number; readonly most: number } => {
  const runsOver = to > dayMinutes
  if (edge === 'start')
    return { least: runsOver ? to - dayMinutes + step : 0, most: Math.min(to, dayMinutes) - step }
  return runsOver ? { least: step, most: from - step } : { least: from + step, most: dayMinutes }
}

/** The rule's hours once its edge is at `minutes` of the day in which it is drawn, on a quarter of an hour. */
export const withEdgeAt = (hours: EdgeHours, edge: Edge, minutes: number): EdgeHours => {
  const { least, most } = edgeRange(hours, edge)
  const at = Math.min(most, Math.max(least, Math.round(minutes / step) * step))
  const { from, to } = hours
  if (edge === 'start') return { from: at, to }
  return { from, to: to > dayMinutes ? at + dayMinutes : at }
}
