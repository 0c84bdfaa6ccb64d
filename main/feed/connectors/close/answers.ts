// What Close answers, as far as it is read. Numbers may come as text, where JavaScript would round them.
import { z } from 'zod'

const Text = z.string().nullish()

export const CloseOpportunity = z.object({
  id: z.string(),
  lead_name: Text,
  status_id: Text,
  status_label: Text,
  /** `active`, `won` or `lost`. */
  status_type: Text,
  pipeline_id: Text,
  pipeline_name: Text,
  user_id: Text,
  /** In hundredths: 100000 is $1,000. */
  value: z.union([z.string(), z.number()]).transform(String).nullish(),
  value_currency: Text,
  /** `one_time`, `monthly` or `annual`. */
  value_period: Text,
  /** A date. Of one that is active, the day on which it is expected. */
  date_won: Text,
  date_lost: Text,
  date_created: Text,
  date_updated: Text,
})
export type CloseOpportunity = z.infer<typeof CloseOpportunity>

/** A call, a meeting or an e-mail. */
export const CloseActivity = z.object({
  id: z.string(),
  user_id: Text,
  date_created: Text,
  date_updated: Text,
  /** When it took place. */
  activity_at: Text,
  /** Seconds, of a call. */
  duration: z.number().nullish(),
  direction: Text,
  disposition: Text,
  /** Of a meeting. */
  starts_at: Text,
  ends_at: Text,
  /** Of a meeting or an e-mail. */
  status: Text,
  /** Of an e-mail that answers another one. */
  in_reply_to_id: Text,
})
export type CloseActivity = z.infer<typeof CloseActivity>

const listOf = <T extends z.ZodType>(row: T) =>
  z.object({ data: z.array(row), has_more: z.boolean().nullish() })

export const OpportunitiesAnswer = listOf(CloseOpportunity)
export const ActivitiesAnswer = listOf(CloseActivity)
export const UsersAnswer = listOf(
  z.object({ id: z.string(), email: Text, first_name: Text, last_name: Text }),
)

const Status = z.object({ id: z.string(), label: z.string(), type: Text })
export const PipelinesAnswer = listOf(
  z.object({ id: z.string(), name: z.string(), statuses: z.array(Status).default([]) }),
)

/** Times may have no zone: they are UTC then. */
export const CloseEvent = z.object({
  id: z.string(),
  object_id: Text,
  date_updated: Text,
})
export type CloseEvent = z.infer<typeof CloseEvent>
export const EventsAnswer = z.object({ data: z.array(CloseEvent), cursor_next: Text })

const Fault = z.object({ error: Text, errors: z.array(z.string()).nullish() })

/** What it says of a fault. It names no rights. */
export const faultIn = (
  body: unknown,
): { readonly message: string | null; readonly scopes: readonly string[] } => {
  const { data } = Fault.safeParse(body)
  return { message: data?.error ?? data?.errors?.[0] ?? null, scopes: [] }
}
