// A relay: one after another, each with a part of their own, and only what counts after the one before is done.
import { reachedAt, type Step, totalOf } from './steps.ts'

export interface Leg {
  /** Above 0, in the unit of what is counted. */
  readonly line: number
  readonly steps: readonly Step[]
}

export interface Run {
  /** Legs that are done. */
  readonly done: number
  /** Of the leg that is run, what is there, as a share of its line: 0 to 1. */
  readonly share: number
  /** When the last leg was done, epoch ms; null while it is not. */
  readonly finishedAt: number | null
}

/** `from`: the start, epoch ms. What counts in the instant in which a leg is done counts for that leg alone. */
export const runOf = (legs: readonly Leg[], from: number): Run => {
  let start = from
  for (const [done, { line, steps }] of legs.entries()) {
    const at = reachedAt(steps, line, start)
    if (at === null) {
      const there = totalOf(steps.filter((step) => step.at >= start))
      return { done, share: Math.min(1, Math.max(0, there / line)), finishedAt: null }
    }
    start = at + 1
  }
  return { done: legs.length, share: 0, finishedAt: legs.length === 0 ? null : start - 1 }
}
