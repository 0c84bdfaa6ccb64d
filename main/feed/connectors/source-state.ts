// What is kept of a source between two starts, as JSON: how far it was read, and how it does. Times in epoch ms.
import { z } from 'zod'
import { KeptDifference, SourceQuestion } from '../../../shared/wire/sources.ts'
import type { PastWindow } from './connector.ts'

const Window = z.object({ from: z.number().nullable(), to: z.number().nullable(), openOnly: z.boolean() })

export const SourceMemory = z.object({
  /** The log that the cursors belong to, and its last entry when they were kept; null before the first. */
  log: z.object({ identity: z.string(), seq: z.number() }).nullable(),
  /** What its facts are made by: when that changes, the past is read again. */
  madeBy: z.string(),
  /** The connector's own. */
  live: z.unknown(),
  newest: z.number().nullable(),
  readAt: z.number().nullable(),
  past: z
    .object({
      windows: z.array(Window),
      at: z.number(),
      cursor: z.unknown(),
      /** Nothing is celebrated before the past is there for the first time. */
      isFirst: z.boolean(),
      /** What changes meanwhile is no news either: it is made by other settings, or stood in a log that is gone. */
      isQuiet: z.boolean(),
    })
    .nullable(),
  /** Windows whose ids are compared, when they are due. */
  sweep: z.object({ windows: z.array(Window), from: z.number() }).nullable(),
  /** The day of the last nightly one, by the floor's clock. */
  sweptOn: z.string().nullable(),
  /** A right was missing: what could not be read by then is read once it is given. */
  lacked: z.boolean(),
  question: SourceQuestion.nullable(),
  /** What came upon the question, and goes on once it is answered. */
  askedIn: z.enum(['live', 'sweep']).nullable(),
  /** Deals that wait for a rate: by currency their ids, with the day for which it is needed. */
  waiting: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** The last count of a month, there and here; and the day of the last nightly one. */
  compared: KeptDifference.nullable().default(null),
  comparedOn: z.string().nullable().default(null),
})
export type SourceMemory = z.infer<typeof SourceMemory>

export const newMemory = (madeBy: string): SourceMemory => ({
  log: null,
  madeBy,
  live: null,
  newest: null,
  readAt: null,
  past: null,
  sweep: null,
  sweptOn: null,
  lacked: false,
  question: null,
  askedIn: null,
  waiting: {},
  compared: null,
  comparedOn: null,
})

/** Anything that is no memory of this version begins anew. */
export const readMemory = (text: string | null, madeBy: string): SourceMemory => {
  if (text === null) return newMemory(madeBy)
  try {
    return SourceMemory.safeParse(JSON.parse(text)).data ?? newMemory(madeBy)
  } catch (error) {
    if (error instanceof SyntaxError) return newMemory(madeBy)
    throw error
  }
}

const monthStart = (year: number, month: number): number => Date.UTC(year, month, 1)

/**
 * The past in months of UTC, newest first: the running one with all that is to come, those before it as far as `months` or
 * `since` (epoch ms) goes, and at last the deals from before that are open still.
 */
export const pastWindows = (now: number, months: number, since: number | null): PastWindow[] => {
  const date = new Date(now)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const windows: PastWindow[] = []
  for (let back = 0; back < months; back++) {
    const from = monthStart(year, month - back)
    const to = back === 0 ? null : monthStart(year, month - back + 1)
    if (since !== null && to !== null && to <= since) break
    windows.push({ from, to, openOnly: false })
  }
  const oldest = windows.at(-1)?.from ?? now
  if (since === null) windows.push({ from: null, to: oldest, openOnly: true })
  return windows
}
