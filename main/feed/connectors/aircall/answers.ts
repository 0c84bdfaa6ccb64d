// What Aircall answers, as far as it is read. Times are epoch seconds. Numbers and names of whoever was called are in it too: they
// are not read.
import { z } from 'zod'

const Id = z.union([z.string(), z.number()]).transform(String)
const Seconds = z.number().nonnegative().nullish()

export const AircallUser = z.object({
  id: Id,
  name: z.string().nullish(),
  email: z.string().nullish(),
  extension: z.union([z.string(), z.number()]).transform(String).nullish(),
})
export type AircallUser = z.infer<typeof AircallUser>

export const AircallCall = z.object({
  id: Id,
  direction: z.string().nullish(),
  /** `initial`, `answered`, `done`. */
  status: z.string().nullish(),
  missed_call_reason: z.string().nullish(),
  started_at: z.number().nonnegative(),
  answered_at: Seconds,
  ended_at: Seconds,
  /** An address of it, where somebody left one. */
  voicemail: z.unknown().optional(),
  user: AircallUser.nullish(),
  number: z.object({ name: z.string().nullish() }).nullish(),
  tags: z.array(z.object({ name: z.string() })).nullish(),
})
export type AircallCall = z.infer<typeof AircallCall>

const Meta = z.object({ next_page_link: z.string().nullish() })

export const CallsAnswer = z.object({ calls: z.array(AircallCall), meta: Meta })
export const UsersAnswer = z.object({ users: z.array(AircallUser), meta: Meta })
export const CallAnswer = z.object({ call: AircallCall })

const Fault = z.object({
  error: z.string().nullish(),
  message: z.string().nullish(),
  troubleshoot: z.string().nullish(),
})

/** It names no rights: a key of Aircall may read everything. */
export const faultIn = (
  body: unknown,
): { readonly message: string | null; readonly scopes: readonly string[] } => {
  const { data } = Fault.safeParse(body)
  return { message: data?.troubleshoot ?? data?.message ?? data?.error ?? null, scopes: [] }
}
