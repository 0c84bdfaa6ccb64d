// The life of exceptions, as a fold of what happened to them: each time that one begins is an episode, from its opening to its
// clearing. A subject has at most one open by each rule; one that begins again after it was over came back.
import { z } from 'zod'
import { ClearedHow, EpisodeHead, ExceptionNote } from '../../wire/exceptions.ts'
import { foundKey } from '../flags/found.ts'

/** Something that happened to an episode. Instants are those of their records. */
export const EpisodeEvent = z.discriminatedUnion('event', [
  /** `terms`: what the rule asked for then. */
  z.object({
    event: z.literal('opened'),
    head: EpisodeHead.omit({ openedAt: true }),
    ruleName: z.string(),
    terms: z.string(),
  }),
  z.object({ event: z.literal('seen'), episode: z.string(), name: z.string() }),
  /** `nth` counts its notes from 1. `delivery`: the cause of the message out. */
  z.object({
    event: z.literal('written'),
    episode: z.string(),
    nth: z.int(),
    delivery: z.string(),
    ...ExceptionNote.omit({ at: true }).shape,
  }),
  z.object({
    event: z.literal('snoozed'),
    episode: z.string(),
    nth: z.int(),
    until: z.number().nullable(),
    name: z.string(),
  }),
  z.object({ event: z.literal('cleared'), episode: z.string(), how: ClearedHow }),
])
export type EpisodeEvent = z.infer<typeof EpisodeEvent>

export interface WrittenNote extends ExceptionNote {
  readonly delivery: string
}

export interface Episode extends EpisodeHead {
  readonly ruleName: string
  readonly terms: string
  /** Epoch ms of the first time that somebody had it in front of them. */
  readonly seenAt: number | null
  readonly notes: readonly WrittenNote[]
  readonly snoozes: number
  readonly snoozed: { readonly until: number; readonly name: string } | null
  readonly cleared: { readonly at: number; readonly how: ClearedHow } | null
}

export interface EpisodeBook {
  /** False where it changes nothing: it is known, or about an episode that is not. */
  take(event: EpisodeEvent, at: number): boolean
  get(id: string): Episode | null
  open(): readonly Episode[]
  /** Cleared ones, in the order in which they were found. */
  cleared(): readonly Episode[]
  /** The last of a rule and subject, open or not. */
  lastOf(of: Pick<EpisodeHead, 'rule' | 'subject'>): Episode | null
}

/** Of the nth time that a rule finds a subject. */
export const episodeId = (of: Pick<EpisodeHead, 'rule' | 'subject'>, nth: number): string =>
  JSON.stringify([foundKey(of), nth])

/** Under which something may happen to an episode once. */
export const causeOf = (event: EpisodeEvent): string => {
  switch (event.event) {
    case 'opened':
      return `${event.head.id} opened`
    case 'seen':
    case 'cleared':
      return `${event.episode} ${event.event}`
    case 'written':
    case 'snoozed':
      return `${event.episode} ${event.event} ${event.nth}`
  }
}

/** What became of an open episode; null where the event changes nothing. */
const after = (episode: Episode, event: EpisodeEvent, at: number): Episode | null => {
  switch (event.event) {
    case 'opened':
      return null
    case 'seen':
      return episode.seenAt === null ? { ...episode, seenAt: at } : null
    case 'written': {
      const { nth, name, text, to, by, delivery } = event
      return nth === episode.notes.length + 1
        ? { ...episode, notes: [...episode.notes, { at, name, text, to, by, delivery }] }
        : null
    }
    case 'snoozed': {
      const { nth, until, name } = event
      return nth === episode.snoozes + 1
        ? { ...episode, snoozes: nth, snoozed: until === null ? null : { until, name } }
        : null
    }
    case 'cleared':
      return { ...episode, cleared: { at, how: event.how } }
  }
}

export const createEpisodeBook = (): EpisodeBook => {
  const episodes = new Map<string, Episode>()
  const last = new Map<string, string>()

  const begin = (
    { head, ruleName, terms }: Extract<EpisodeEvent, { event: 'opened' }>,
    at: number,
  ): boolean => {
    const key = foundKey(head)
    const before = episodes.get(last.get(key) ?? '')
    if (
      episodes.has(head.id) ||
      (before !== undefined && (before.cleared === null || before.nth >= head.nth))
    )
      return false
    const begun = { seenAt: null, notes: [], snoozes: 0, snoozed: null, cleared: null }
    episodes.set(head.id, { ...head, openedAt: at, ruleName, terms, ...begun })
    last.set(key, head.id)
    return true
  }

  return {
    take: (event, at) => {
      if (event.event === 'opened') return begin(event, at)
      const known = episodes.get(event.episode)
      // What is over stays as it was.
      const changed = known === undefined || known.cleared !== null ? null : after(known, event, at)
      if (changed !== null) episodes.set(changed.id, changed)
      return changed !== null
    },
    get: (id) => episodes.get(id) ?? null,
    open: () => [...episodes.values()].filter(({ cleared }) => cleared === null),
    cleared: () => [...episodes.values()].filter(({ cleared }) => cleared !== null),
    lastOf: (of) => episodes.get(last.get(foundKey(of)) ?? '') ?? null,
  }
}
