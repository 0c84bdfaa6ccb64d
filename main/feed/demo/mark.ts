// How far the simulation got: one fact in the feed itself, sent with every batch and read back through two metrics of
// the demo floor. What the feed has and how far the simulation got can therefore never disagree.
import { demoSource } from '../../../shared/domain/floor-file/own-floor.ts'
import type { Activity } from '../../../shared/wire/fact.ts'
import { isoAt } from './world/instants.ts'

/**
 * Raised whenever the same seed would give other facts. The metrics are named after it, so that a folder that an older
 * simulation filled is left alone instead of being overwritten with facts of a different world.
 */
const worldVersion = 3

export const markMetrics = {
  openedAt: `demo-${worldVersion}-opened-at`,
  factsTold: `demo-${worldVersion}-facts-told`,
} as const

/** Whether a floor's text is that of a demo, of whichever version. */
export const hasDemoMark = (floorText: string): boolean => /\bdemo-\d+-opened-at\b/.test(floorText)

export const markKind = 'demo.mark'

export interface Mark {
  /** Epoch seconds at which the floor went live; its history ends there. */
  readonly openedAtSeconds: number
  /** How many facts of the world, in its own order, the feed has. */
  readonly factsTold: number
  /** False while a part of the history is still to come: a restart in between must know it at once. */
  readonly isHistoryIn: boolean
}

/** Credited to somebody of the floor: an unassigned fact would look like a mistake. */
/** The instant is below zero while the history is still coming in: two numbers say three things. */
export const readMark = (openedAt: number, factsTold: number): Mark => ({
  openedAtSeconds: Math.abs(openedAt),
  factsTold,
  isHistoryIn: openedAt > 0,
})

export const markFact = (mark: Mark, rep: string): Activity => ({
  source: demoSource,
  id: 'mark',
  type: 'activity',
  kind: markKind,
  at: isoAt(mark.openedAtSeconds * 1000),
  fields: {
    factsTold: mark.factsTold,
    openedAt: mark.isHistoryIn ? mark.openedAtSeconds : -mark.openedAtSeconds,
  },
  credits: [{ rep }],
})
