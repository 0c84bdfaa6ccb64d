// Meetings that come again, and one that goes on: `/api/v1/meetings/…`. Each sees what is theirs.
import { z } from 'zod'
import { cadenceRhythms } from './cadence.ts'
import { EntryId, Note, plainText } from './coaching-talks.ts'
import { PlainDate, Slug } from './text.ts'

/** Of a board of a meeting. */
const Talk = {
  /** Epoch ms of the last meeting in which it was discussed; null: in none yet. */
  lastAt: z.number().nullable(),
  /** Since when nobody has said a word about it, longer than three weeks (of rarer meetings two periods); else null. */
  silentSince: z.number().nullable(),
}

export const MeetingSummary = z.object({
  id: z.string(),
  name: z.string(),
  every: z.enum(cadenceRhythms),
  oneToOnes: z.boolean(),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** `hasLeft`: they work here no more, and somebody else has to lead it. */
  owner: z.object({ id: z.string(), name: z.string(), hasLeft: z.boolean() }).nullable(),
  isOwn: z.boolean(),
  /** Epoch ms. */
  nextAt: z.number(),
  /** When it was due last, and was not held since; null where it was, or was never held before. */
  missedAt: z.number().nullable(),
  /** When the last one ended; null: none was held yet. */
  heldAt: z.number().nullable(),
  /** Who leads it, where it goes on now. */
  open: z.object({ startedAt: z.number(), leader: z.string() }).nullable(),
  boards: z.int(),
  /** Boards that nobody talks about. */
  wallpaper: z.array(z.object({ id: z.string(), title: z.string(), since: z.number() })),
  openActions: z.int(),
  overdueActions: z.int(),
  /** Of one-to-ones: how many people the caller coaches, and for how many of them the next one is overdue. */
  people: z.object({ all: z.int(), overdue: z.int() }).nullable(),
  /** `time`: a viewer hears of their team's meetings when they are. `notes`: also what was written. `lead`: may open it. */
  access: z.enum(['time', 'notes', 'lead']),
})
export type MeetingSummary = z.infer<typeof MeetingSummary>

/** Something that was agreed in a meeting: what, whose, by when. */
export const MeetingAction = z.object({
  id: z.string(),
  meeting: z.object({ id: z.string(), name: z.string() }),
  at: z.number(),
  /** Who wrote it, as people read it. */
  by: z.string(),
  isOwn: z.boolean(),
  version: z.int(),
  what: z.string(),
  /** Of the floor; null where nobody took it on. */
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  dueOn: PlainDate.nullable(),
  isOverdue: z.boolean(),
  done: z.object({ at: z.number(), by: z.string() }).nullable(),
})
export type MeetingAction = z.infer<typeof MeetingAction>

/** `GET /api/v1/meetings`: the next ones first. */
export const MeetingsAnswer = z.object({
  meetings: z.array(MeetingSummary),
  /** What the caller took on and has not done yet. */
  own: z.array(MeetingAction),
  /** Boards of the caller's meetings, and when each was discussed. */
  boards: z.array(z.object({ id: z.string(), ...Talk })),
})
export type MeetingsAnswer = z.infer<typeof MeetingsAnswer>

/** A board of a meeting, for whoever may see it. */
export const MeetingBoard = z.object({
  id: z.string(),
  title: z.string(),
  /** Else it is on in the hand alone: the feed gives it to no wall. */
  isForWalls: z.boolean(),
  ...Talk,
})
export type MeetingBoard = z.infer<typeof MeetingBoard>

/** A meeting that goes on. */
export const OpenMeeting = z.object({
  id: z.string(),
  startedAt: z.number(),
  leader: z.string(),
  /** Whether the caller may step: of a meeting on a wall whoever holds it, else everybody who may lead it. */
  maySteer: z.boolean(),
  /** `isFollowing`: it shows the meeting; else it went back, or somebody else took it. */
  screen: z.object({ id: z.string(), name: z.string(), isFollowing: z.boolean() }).nullable(),
  board: z.string(),
  /** Since when it is on, epoch ms. */
  since: z.number(),
  boards: z.array(z.object({ board: z.string(), spentMs: z.number(), discussed: z.boolean() })),
})
export type OpenMeeting = z.infer<typeof OpenMeeting>

export const PastMeeting = z.object({
  id: z.string(),
  startedAt: z.number(),
  endedAt: z.number(),
  leader: z.string(),
  /** Titles of the boards that were discussed, in the meeting's order. */
  discussed: z.array(z.string()),
})
export type PastMeeting = z.infer<typeof PastMeeting>

/** `GET /api/v1/meetings/:meeting`, and what each change of it is answered with. */
export const MeetingAnswer = z.object({
  meeting: MeetingSummary,
  boards: z.array(MeetingBoard),
  /** Boards that are not for the caller. */
  withheld: z.int(),
  open: OpenMeeting.nullable(),
  /** Newest first. */
  past: z.array(PastMeeting),
  notes: z.array(Note),
  actions: z.array(MeetingAction),
  /** Who may be given something to do. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  mayErase: z.boolean(),
})
export type MeetingAnswer = z.infer<typeof MeetingAnswer>

/** `screen` null: here alone. One that goes on already is joined. */
export const BeginMeeting = z.strictObject({ id: EntryId, screen: Slug.nullable() })
export type BeginMeeting = z.infer<typeof BeginMeeting>

/** Goes to a board; `discussed` ticks one off. */
export const StepMeeting = z.strictObject({ to: Slug, discussed: Slug.optional() })
export type StepMeeting = z.infer<typeof StepMeeting>

/** Puts a meeting that goes on onto a wall, or takes it off. */
export const MoveMeeting = z.strictObject({ screen: Slug.nullable() })

export const NewMeetingAction = z.strictObject({
  id: EntryId,
  what: plainText(300),
  owner: Slug.nullable(),
  dueOn: PlainDate.nullable(),
})
export type NewMeetingAction = z.infer<typeof NewMeetingAction>
