// What Microsoft Graph answers of calendars, as far as it is asked for: no body, no place, no attachment.
import { z } from 'zod'
import type { FaultIn } from '../vendor-client.ts'

const Address = z.object({ emailAddress: z.object({ address: z.string().nullish() }).nullish() })

/** Without an offset: its zone stands beside it, and is UTC as it was asked for. */
const Time = z.object({ dateTime: z.string(), timeZone: z.string() })

/** In a list of changes an instance of a series may have little more than its id and its time. */
export const GraphEvent = z.object({
  id: z.string(),
  '@removed': z.object({ reason: z.string().nullish() }).nullish(),
  /** The same in every calendar, and another one for each instance of a series. */
  iCalUId: z.string().nullish(),
  subject: z.string().nullish(),
  /** `singleInstance`, `occurrence`, `exception`, `seriesMaster`. */
  type: z.string().nullish(),
  showAs: z.string().nullish(),
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  hideAttendees: z.boolean().nullish(),
  start: Time.nullish(),
  end: Time.nullish(),
  /** Of an instance: when it was first to begin, with its offset. */
  originalStart: z.string().nullish(),
  organizer: Address.nullish(),
  responseStatus: z.object({ response: z.string().nullish() }).nullish(),
  attendees: z
    .array(
      Address.extend({
        type: z.string().nullish(),
        status: z.object({ response: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
})
export type GraphEvent = z.infer<typeof GraphEvent>

export const eventFields =
  'id,iCalUId,subject,type,showAs,isAllDay,isCancelled,hideAttendees,start,end,originalStart,organizer,responseStatus,attendees'

export const EventsAnswer = z.object({
  value: z.array(GraphEvent).default([]),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
})

const Fault = z.object({
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }),
})

export const faultIn = (body: unknown): FaultIn => {
  const { data } = Fault.safeParse(body)
  return { message: data?.error.message ?? data?.error.code ?? null, scopes: [] }
}
