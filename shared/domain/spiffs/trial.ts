// A spiff that does not run yet, on the facts that are there: what it would have paid in the last four weeks.
import type { FloorFile } from '../../wire/floor.ts'
import type { Spiff } from '../../wire/spiffs.ts'
import { createEngine } from '../counting/engine.ts'
import { createFloorModel, type FloorModel } from '../counting/floor-model.ts'
import type { StoredFact } from '../facts/stored-fact.ts'
import { createCouldCount } from '../metric-drafts/could-count.ts'
import { withParts } from '../metric-drafts/draft-count.ts'
import { formatDay } from '../time/calendar-date.ts'
import { weekdayIndex } from '../time/week.ts'
import { exponentOf } from '../words/currency-exponent.ts'
import { duesOf, rulesOfSpiff, type SpiffDue } from './dues.ts'
import { daysOfSpiff, earnedIn } from './earned.ts'
import { couldHelp, createHelpsIn, type Help } from './helps.ts'

/** Whole weeks, so that no weekday weighs more. */
export const trialDays = 28

/** On the last four weeks, today included. At an instant (epoch ms). */
export const movedToNow = (spiff: Spiff, model: Pick<FloorModel, 'roster'>, ms: number): Spiff => {
  const today = model.roster.floorZone.dayAt(ms)
  return {
    ...spiff,
    from: formatDay(today - trialDays + 1),
    until: formatDay(today),
    pauses: [],
    state: 'running',
  }
}

export interface SpiffTrial {
  readonly model: FloorModel
  /** Every fact that stands, once each, in any order. */
  take(stored: StoredFact): void
  /** Once all are taken. Caps hold; the budget does not, so that it is seen how soon it would be spent. */
  dues(): readonly SpiffDue[]
}

/** `file` has the metric that it names, and all whom it names. */
export const createSpiffTrial = (spiff: Spiff, file: FloorFile, ms: number): SpiffTrial => {
  const moved = movedToNow(spiff, createFloorModel({ ...file, boards: [], contests: [], spiffs: [] }), ms)
  const wanted =
    spiff.metric === undefined ? new Set<string>() : withParts(file.metrics, spiff.metric, new Set())
  const model = createFloorModel({
    ...file,
    ...{ boards: [], goals: [], formulas: [], celebrations: [], exceptions: [], trials: [], contests: [] },
    metrics: file.metrics.filter(({ id }) => wanted.has(id)),
    spiffs: [moved],
  })
  const engine = createEngine(model)
  const couldCount = createCouldCount(model.metrics, daysOfSpiff(moved))
  const helpsIn = createHelpsIn(model)
  const helps: Help[] = []
  return {
    model,
    take: (stored) => {
      if (spiff.metric === undefined) {
        if (couldHelp(stored.fact)) helps.push(...helpsIn(stored))
      } else if (couldCount(stored)) engine.apply(null, stored, stored.receivedAt)
    },
    dues: () => {
      const minorPerUnit = 10 ** exponentOf(file.floor.currency)
      const rules = rulesOfSpiff(spiff, minorPerUnit, weekdayIndex[file.floor.weekStartsOn])
      const unlimited = { ...rules, budgetMinor: Number.POSITIVE_INFINITY }
      return duesOf(unlimited, earnedIn(moved, model, helps, engine.contestSteps), [])
    },
  }
}
