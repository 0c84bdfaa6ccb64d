// What the states of several boards share: one afternoon on one floor.
import type { ViewWindow } from '../../../shared/wire/view-parts.ts'
import { metric } from './metric.ts'

/** Friday, 2:41 PM in New York. */
export const pictureTime = Date.UTC(2026, 10, 20, 19, 41, 12)

/** A thousand, in cents. */
export const k = 100_000
export const quarter: ViewWindow = {
  start: '2026-10-01',
  end: '2027-01-01',
  label: 'Q4',
  progress: 'day 52 of 92',
}
export const week: ViewWindow = {
  start: '2026-11-16',
  end: '2026-11-23',
  label: 'This week',
  progress: 'day 5 of 7',
}

export const revenue = metric({ id: 'won-revenue', name: 'Closed-won revenue', unit: 'money' })
export const meetings = metric({
  id: 'meetings',
  name: 'Meetings held',
  noun: 'meetings',
  indicator: 'input',
})
export const created = metric({ id: 'created', name: 'Pipeline created', noun: 'created', unit: 'money' })
export const cycle = metric({
  id: 'cycle',
  name: 'Sales cycle',
  noun: 'cycle',
  unit: 'days',
  better: 'lower',
})

/** A board about closed-won revenue this quarter. */
export const head = (id: string, title: string) => ({
  id,
  title,
  scope: 'Enterprise AE',
  window: quarter,
  metric: revenue,
  changedAt: pictureTime - 12 * 60_000,
  awaits: null,
})

/** The people of the picture: how they do, and the meetings they held beside the meetings that were asked of them. */
export const closers: [
  name: string,
  dollarsK: number,
  attainment: number,
  climbed: number,
  meetings: [number, number],
][] = [
  ['Priya Raman', 412, 1.37, 1, [14, 14]],
  ['Marcus Oyelaran', 368, 1.23, -1, [11, 14]],
  ['Elena Voss', 331, 1.03, 2, [15, 14]],
  ['Tomás Herrera', 287, 0.96, 0, [8, 14]],
  ['Grace Lindqvist', 241, 0.8, 1, [10, 14]],
  ['Devon Achebe', 198, 0.76, -2, [5, 14]],
  ['Hana Sato', 164, 0.75, 0, [9, 12]],
  ['Ruben Castellanos', 97, 0.65, 0, [12, 12]],
]
