// An event of whatever calendar, and when it is a meeting that was held. No calendar knows that: it is one that is over, was not
// cancelled, and had one of the floor’s people and somebody from outside in it, neither of whom had declined.
import type { ConnectorSettings, VendorFact } from '../connector.ts'

export interface Guest {
  /** In lower case. */
  readonly email: string
  readonly declined: boolean
  /** A room, a projector. */
  readonly isResource: boolean
}

export interface CalendarEvent {
  /** The same in every calendar that has it. */
  readonly uid: string
  /** Of one of a series: when it was first to begin, epoch ms; null of an event of its own. */
  readonly instance: number | null
  /** Epoch ms; null of one without a time of day, or that is not told. */
  readonly start: number | null
  readonly end: number | null
  readonly isCancelled: boolean
  /** A meeting, and no day off, working place or birthday. */
  readonly isMeeting: boolean
  /** In lower case; null where it is not told. */
  readonly organizer: string | null
  readonly guests: readonly Guest[]
  /** Only whoever organises it sees them all. */
  readonly hidesGuests: boolean
  /** Who declined stands in the organiser’s copy alone; in the others only whether their own owner did. */
  readonly hidesResponses: boolean
  readonly title: string
}

export interface MeetingParts extends Pick<ConnectorSettings, 'people' | 'domains' | 'noShow'> {
  /** Epoch ms. */
  readonly now: number
}

/**
 * `fact`: it was held, or nobody came. `none`: it is no such meeting, or not over. `doubtful`: this calendar has it no more,
 * or its owner declined, and others may have it. `unseen`: this copy does not say who was in it, and another one does.
 */
export type Judged =
  | { readonly is: 'fact'; readonly fact: VendorFact }
  | { readonly is: 'none'; readonly id: string }
  | { readonly is: 'doubtful'; readonly id: string }
  | { readonly is: 'unseen' }

export interface MeetingRef {
  readonly uid: string
  readonly instance: number | null
  /** Whose copy it is, where each has one of its own. */
  readonly calendar: string | null
}

const escaped = (uid: string): string => uid.replaceAll('%', '%25').replaceAll('|', '%7C')
const unescaped = (text: string): string => text.replaceAll('%7C', '|').replaceAll('%25', '%')

export const meetingId = ({ uid, instance, calendar }: MeetingRef): string => {
  const parts = [escaped(uid), instance === null ? '' : new Date(instance).toISOString(), calendar ?? '']
  return `meeting:${parts.join('|').replace(/\|+$/, '')}`
}

/** Null for what is no id of a meeting. */
export const meetingOfId = (id: string): MeetingRef | null => {
  if (!id.startsWith('meeting:')) return null
  const [uid = '', at = '', calendar = ''] = id.slice('meeting:'.length).split('|')
  return { uid: unescaped(uid), instance: at === '' ? null : Date.parse(at), calendar: calendar || null }
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

export const judgeMeeting = (event: CalendarEvent, calendar: string, parts: MeetingParts): Judged => {
  const { uid, instance, start, end, organizer, guests } = event
  const people = new Set(parts.people)
  const isOwn = (email: string): boolean => {
    if (people.has(email)) return true
    const domain = domainOf(email)
    return [...parts.domains].some((own) => domain === own || domain.endsWith(`.${own}`))
  }
  // Each guest of an outside organiser who hides them has a copy with nobody else in it.
  const isAlone = event.hidesGuests && organizer !== calendar
  const isPartial = (event.hidesGuests || event.hidesResponses) && organizer !== calendar
  if (isPartial && organizer !== null && people.has(organizer)) return { is: 'unseen' }
  const id = meetingId({ uid, instance, calendar: isAlone ? calendar : null })
  if (event.isCancelled) return end !== null && end > parts.now ? { is: 'none', id } : { is: 'doubtful', id }
  const ownDeclined = guests.some(({ email, declined }) => declined && email === calendar)
  if (isPartial && event.hidesResponses && ownDeclined) return { is: 'doubtful', id }
  if (!event.isMeeting || start === null || end === null || end > parts.now) return { is: 'none', id }

  const there = guests
    .filter(({ declined, isResource }) => !declined && !isResource)
    .map(({ email }) => email)
  const hasDeclined = guests.some(({ email, declined }) => declined && email === organizer)
  const all = new Set([...(organizer === null || hasDeclined ? [] : [organizer]), ...there])
  const reps = [...all].filter((email) => people.has(email)).sort()
  const outside = [...all].filter((email) => !isOwn(email))
  if (reps.length === 0 || outside.length === 0) return { is: 'none', id }
  const title = event.title.toLowerCase()
  return {
    is: 'fact',
    fact: {
      id,
      type: 'activity',
      kind: 'meeting',
      at: new Date(start).toISOString(),
      durationSeconds: Math.max(0, end - start) / 1000,
      outcome: parts.noShow.some((words) => title.includes(words)) ? 'no show' : 'held',
      fields: { 'From outside': outside.length },
      credits: reps
        .slice(0, 50)
        .map((rep) => ({ rep, ...(reps.length > 1 && { share: 1 / Math.min(reps.length, 50) }) })),
    },
  }
}
