// The port to what people say and do about numbers that look wrong: doubts, and what was mended. It stands beside the log and
// not in it: a doubt is somebody's own words about a person, and has to be erasable.
import { z } from 'zod'

export const StoredDoubt = z.object({
  id: z.string(),
  /** Epoch ms. */
  at: z.number(),
  /** The cause that is kept, such as `account:…`. */
  by: z.string(),
  metric: z.object({ id: z.string(), name: z.string() }),
  of: z.object({ kind: z.enum(['org', 'team', 'role', 'rep']), id: z.string().nullable(), name: z.string() }),
  window: z.object({ text: z.string().nullable(), label: z.string() }),
  shown: z.string(),
  counted: z.string(),
  words: z.string(),
  board: z.object({ id: z.string(), title: z.string() }).nullable(),
  screen: z.object({ id: z.string(), name: z.string() }).nullable(),
  answered: z.object({ at: z.number(), by: z.string(), words: z.string() }).nullable(),
})
export type StoredDoubt = z.infer<typeof StoredDoubt>

/** The message is why, without a full stop. */
export class MendingUnavailable extends Error {
  override readonly name = 'MendingUnavailable'
}

/** Everything that writes throws `MendingUnavailable` where the disk refuses it. */
export interface MendingStore {
  /** Newest first. */
  doubts(): readonly StoredDoubt[]
  /** Puts it in the place of the one with its id. */
  putDoubt(doubt: StoredDoubt): void
  /** False where it was not there. What was removed is not in the file any more. */
  removeDoubt(id: string): boolean
  close(): void
}

/** Where the file can be neither read nor made: nothing is known, and nothing is taken. */
export const noMending = (why: string): MendingStore => {
  const refuse = (): never => {
    throw new MendingUnavailable(why)
  }
  return { doubts: () => [], putDoubt: refuse, removeDoubt: refuse, close: () => undefined }
}
