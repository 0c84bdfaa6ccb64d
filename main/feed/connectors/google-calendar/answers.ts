// What Google Calendar answers, as far as it is asked for: no description, no place, no attachment.
import { z } from 'zod'
import type { TroubleKind } from '../../../../shared/wire/sources.ts'

const Person = z.object({ email: z.string().nullish(), self: z.boolean().nullish() })

const Time = z.object({
  /** RFC 3339 with its offset; left out of an event of whole days. */
  dateTime: z.string().nullish(),
  date: z.string().nullish(),
})

/** Of a cancelled one often nothing but its `id` is there. */
export const GoogleEvent = z.object({
  id: z.string(),
  iCalUID: z.string().nullish(),
  status: z.string().nullish(),
  eventType: z.string().nullish(),
  summary: z.string().nullish(),
  start: Time.nullish(),
  end: Time.nullish(),
  recurringEventId: z.string().nullish(),
  originalStartTime: Time.nullish(),
  organizer: Person.nullish(),
  guestsCanSeeOtherGuests: z.boolean().nullish(),
  attendeesOmitted: z.boolean().nullish(),
  attendees: z
    .array(Person.extend({ responseStatus: z.string().nullish(), resource: z.boolean().nullish() }))
    .nullish(),
})
export type GoogleEvent = z.infer<typeof GoogleEvent>

/** What is asked for, and nothing else is sent. */
export const eventFields =
  'nextPageToken,nextSyncToken,items(id,iCalUID,status,eventType,summary,start,end,recurringEventId,originalStartTime,organizer(email,self),guestsCanSeeOtherGuests,attendeesOmitted,attendees(email,self,responseStatus,resource))'

export const EventsAnswer = z.object({
  items: z.array(GoogleEvent).default([]),
  nextPageToken: z.string().nullish(),
  nextSyncToken: z.string().nullish(),
})

const Fault = z.object({
  error: z.object({
    message: z.string().nullish(),
    errors: z.array(z.object({ reason: z.string().nullish() })).nullish(),
  }),
})

/** Too many calls are answered with 403, too. */
const busyReasons: ReadonlySet<string> = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'dailyLimitExceeded',
])

export const faultIn = (
  body: unknown,
): { readonly message: string | null; readonly scopes: readonly string[]; readonly kind?: TroubleKind } => {
  const { data } = Fault.safeParse(body)
  const isBusy = data?.error.errors?.some(({ reason }) => busyReasons.has(reason ?? '')) === true
  return { message: data?.error.message ?? null, scopes: [], ...(isBusy && { kind: 'busy' }) }
}
