// The fold of what was decided of spiffs: each decision is a record of the log, of which the first stands for ever: whatever
// restarts, and whoever else presses at the same time, a payment is approved once.
import { z } from 'zod'
import { SpiffFor } from '../../../shared/wire/spiffs.ts'
import { ThanksHow } from '../../../shared/wire/thanks.ts'
import { openFirstRecords } from '../store/first-records.ts'
import type { Log, LogEntry, RecordWrite } from '../store/log.ts'

const topic = 'spiff-decision'

const mostRecords = 100_000

/** Whole: what it says stands when neither the spiff nor the fact nor the person is there any more. */
const Body = z.object({
  spiff: z.string(),
  spiffName: z.string(),
  paidBy: z.string().nullable(),
  currency: z.string(),
  personName: z.string(),
  otherName: z.string().nullable(),
  reason: z.string().nullable(),
  approved: z.boolean(),
  amountMinor: z.int().min(0),
  key: z.string(),
  person: z.string(),
  other: z.string().nullable(),
  for: SpiffFor,
  how: ThanksHow.nullable(),
  what: z.string().nullable(),
  account: z.string().nullable(),
  nth: z.int().nullable(),
  at: z.number(),
  day: z.int(),
})
type Body = z.infer<typeof Body>

export interface KeptDecision extends Readonly<Body> {
  /** Epoch ms. */
  readonly decidedAt: number
  /** The cause of the log: `account:…`. */
  readonly by: string
}

export const decisionRecord = (body: Body, at: number, by: string): RecordWrite => ({
  topic,
  cause: `${body.spiff}:${body.key}`,
  body,
  at,
  by,
})

export interface SpiffRecords {
  /** Of one spiff. */
  of(spiff: string): readonly KeptDecision[]
  /** Of all, the latest first. */
  all(): readonly KeptDecision[]
  /** Another number after each change. */
  version(): number
  /** Entries that are none of these are passed over. */
  take(entries: readonly LogEntry[]): void
}

const none: readonly KeptDecision[] = []

export const openSpiffRecords = async (log: Pick<Log, 'recordsOf'>): Promise<SpiffRecords> => {
  const kept = await openFirstRecords(log, topic, mostRecords, ({ body, at, by }): KeptDecision | null => {
    const { data } = Body.safeParse(body)
    return data === undefined ? null : { ...data, decidedAt: at, by }
  })
  const bySpiff = new Map<string, KeptDecision[]>()
  let version = 0
  const note = (decisions: readonly KeptDecision[]): void => {
    for (const decision of decisions) {
      version += 1
      const own = bySpiff.get(decision.spiff)
      if (own) own.push(decision)
      else bySpiff.set(decision.spiff, [decision])
    }
  }
  note(kept.all())
  return {
    of: (spiff) => bySpiff.get(spiff) ?? none,
    all: () => [...bySpiff.values()].flat().sort((one, other) => other.decidedAt - one.decidedAt),
    version: () => version,
    take: (entries) => note(kept.take(entries)),
  }
}
