// The port to what a rep and whoever coaches them wrote down, and what was written in meetings. It stands beside the log and not in it: what is said about a
// person has to be erasable, and the log forgets nothing.
import { z } from 'zod'
import { StepCounts } from '../../../shared/wire/coaching-talks.ts'
import { ThanksHow, ThanksWay } from '../../../shared/wire/thanks.ts'

/** `by`: the cause that is kept, such as `account:…`. Instants are epoch ms, days plain dates. */
// `person`: whom it is about; of a meeting, `cadence:` and its id.
const head = { id: z.string(), person: z.string(), at: z.number(), by: z.string(), version: z.int() }

export const StoredNote = z.object({
  ...head,
  kind: z.literal('note'),
  text: z.string(),
  changedAt: z.number().nullable(),
})
export type StoredNote = z.infer<typeof StoredNote>

export const StoredAction = z.object({
  ...head,
  kind: z.literal('action'),
  what: z.string(),
  dueOn: z.string().nullable(),
  /** The metric that the step leads to, and its rate before. */
  step: z.object({ metric: z.string(), before: StepCounts }).nullable(),
  done: z.object({ at: z.number(), by: z.string() }).nullable(),
  /** Of a meeting: the person of the floor who took it on. */
  owner: z.string().nullable().default(null),
})
export type StoredAction = z.infer<typeof StoredAction>

export const StoredOneToOne = z.object({
  ...head,
  kind: z.literal('one-to-one'),
  startedAt: z.number(),
  nextOn: z.string().nullable(),
  point: z.object({ kind: z.enum(['sank', 'lags']), metric: z.string(), from: z.string() }).nullable(),
})
export type StoredOneToOne = z.infer<typeof StoredOneToOne>

/**
 * A meeting that was begun. It stands under its cadence, as do its notes and actions: what was written from `startedAt` on
 * is its own. `endedAt` is null while it goes on; `lastAt`: when something last happened in it.
 */
export const StoredMeeting = z.object({
  ...head,
  kind: z.literal('meeting'),
  startedAt: z.number(),
  lastAt: z.number(),
  endedAt: z.number().nullable(),
  /** Who leads it, as screens name their holders. */
  leader: z.object({ id: z.string(), name: z.string() }),
  screen: z.string().nullable(),
  /** The board that is on, and since when. */
  board: z.string(),
  since: z.number(),
  /** The board that the screen was last seen with: what is not for the floor is on in the hand alone. */
  wallBoard: z.string().nullable(),
  boards: z.array(z.object({ board: z.string(), spentMs: z.number(), discussed: z.boolean() })),
})
export type StoredMeeting = z.infer<typeof StoredMeeting>

/** A help that whoever was helped has not confirmed. All stand under one name, for their days are few. */
export const StoredThanks = z.object({
  ...head,
  kind: z.literal('thanks'),
  thanks: z.object({
    id: z.string(),
    helper: z.string(),
    helped: z.string(),
    words: z.string(),
    account: z.string().nullable(),
    /** Left out by a version that knew of none. */
    how: ThanksHow.nullable().default(null),
    at: z.number(),
    way: ThanksWay,
  }),
})
export type StoredThanks = z.infer<typeof StoredThanks>

export const StoredTalk = z.discriminatedUnion('kind', [
  StoredNote,
  StoredAction,
  StoredOneToOne,
  StoredMeeting,
  StoredThanks,
])
export type StoredTalk = z.infer<typeof StoredTalk>

/** Of one person, what a list says of them. */
export interface TalkBrief {
  /** The last one-to-one; null before the first. */
  readonly last: Pick<StoredOneToOne, 'at' | 'nextOn'> | null
  readonly openActions: number
}

export const briefOf = (talks: readonly StoredTalk[]): TalkBrief => {
  const last = talks.find((talk) => talk.kind === 'one-to-one')
  return {
    last: last ? { at: last.at, nextOn: last.nextOn } : null,
    openActions: talks.filter((talk) => talk.kind === 'action' && talk.done === null).length,
  }
}

/** The disk takes nothing, or is away: nothing of what was asked has been kept. */
export class TalksUnavailable extends Error {
  override readonly name = 'TalksUnavailable'
}

/** Everything that writes throws `TalksUnavailable` where the disk refuses it. */
export interface TalkStore {
  /** Newest first. */
  of(person: string): readonly StoredTalk[]
  /** Kept in memory until something of theirs is written: a list asks for hundreds of people. */
  brief(person: string): TalkBrief
  find(person: string, id: string): StoredTalk | null
  /** False where one of this id is there already: nothing is changed before. */
  add(talk: StoredTalk): boolean
  /** False where the one that stands is of another version than `over`, or is gone: nothing is changed before. */
  put(talk: StoredTalk, over: number): boolean
  /** False where it was not there. */
  remove(person: string, id: string): boolean
  /** All about somebody; how many there were. What was erased is not in the file any more. */
  erase(person: string): number
  close(): void
}

/** Where the file can be neither read nor made: nothing is known, and nothing is taken. */
export const noTalks = (why: string): TalkStore => {
  const refuse = (): never => {
    throw new TalksUnavailable(why)
  }
  return {
    of: () => [],
    brief: () => briefOf([]),
    find: () => null,
    add: refuse,
    put: refuse,
    remove: refuse,
    erase: refuse,
    close: () => undefined,
  }
}
