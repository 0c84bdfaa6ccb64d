// Why something is celebrated: what a rule, a day or a person's hand found, in ids that outlive edits of the floor.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'

/** A deal or a step. */
export interface FactCause {
  readonly kind: 'fact'
  readonly source: string
  readonly id: string
  /** The event of the deal's history that is celebrated; null for the fact itself. */
  readonly event: string | null
  /** Whose it is. */
  readonly person: string
  /** The least amount that it had to have, minor units of the floor's currency; null where any will do. */
  readonly atLeastMinor: number | null
}

/** A figure that crossed a line. */
export interface MetricCause {
  readonly kind: 'metric'
  readonly metric: string
  /** As the floor file writes it. */
  readonly window: string
  readonly of: 'rep' | 'team' | 'org'
  /** The id of the person or the team; `org`. */
  readonly subject: string
  /** In the metric's unit; `isPast`: it has to be more than that, and not only as much. */
  readonly line: number
  readonly isPast: boolean
  /** The figure before the fact that brought it over. */
  readonly was: number
  /** The rung of a ladder, the length of a streak; null for what has no steps. */
  readonly step: number | null
}

/** A day in somebody's life. */
export interface DayCause {
  readonly kind: 'day'
  readonly person: string
  /** `YYYY-MM-DD`. */
  readonly on: string
  /** Of an anniversary. */
  readonly years: number | null
}

/** What somebody began. */
export interface HandCause {
  readonly kind: 'hand'
  readonly people: readonly string[]
  readonly message: string
  /** Who began it, as others read it; empty where nobody did, as of a contest. */
  readonly by: string
}

/** What could not be shown when it happened. */
export interface CardCause {
  readonly kind: 'card'
  readonly lines: readonly { readonly title: string; readonly name: string }[]
}

/** What a leader wrote after it had been shown. */
export interface WordCause {
  readonly kind: 'word'
  /** The celebration that it is about. */
  readonly about: string
}

export type CauseAbout = FactCause | MetricCause | DayCause | HandCause | CardCause | WordCause

/** What is to be celebrated. */
export interface Cause {
  /** Names it in the log and on the wall: the same cause is celebrated once. */
  readonly id: string
  readonly rule: CelebrationRule
  readonly about: CauseAbout
  /** Epoch ms: when it came about, by the feed's clock. Its windows are those of this instant. */
  readonly at: number
  /** Epoch ms: when it happened, as far as the source says so; by this it is fresh or too late. */
  readonly happenedAt: number
}

/** A window's first day, or `all`, of a cause's name. */
const startName = (from: string | null): string => from ?? 'all'

/** `event`: of a deal's history. */
export const factCauseId = (rule: string, source: string, id: string, event: string | null): string =>
  [rule, source, id, ...(event === null ? [] : [event])].join(':')

/** `from`: the first day of the window. */
export const metricCauseId = (
  rule: string,
  subject: string,
  from: string | null,
  step: number | null,
): string => [rule, subject, startName(from), ...(step === null ? [] : [String(step)])].join(':')

export const dayCauseId = (rule: string, person: string, year: number): string => `${rule}:${person}:${year}`
