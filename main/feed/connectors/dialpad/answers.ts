// What Dialpad answers, as far as it is read. Times are epoch ms. Numbers, names and texts of whoever was called are in it too: they
// are not read.
import { z } from 'zod'
import type { FaultIn } from '../vendor-client.ts'

/** Of 64 bits: text where JavaScript would round it. */
const Id = z.union([z.string(), z.number()]).transform(String)
const Ms = z
  .union([z.number(), z.string()])
  .transform(Number)
  .refine((ms) => Number.isFinite(ms) && ms >= 0)

export const DialpadCall = z.object({
  call_id: Id,
  date_started: Ms,
  date_connected: Ms.nullish(),
  date_ended: Ms.nullish(),
  direction: z.string().nullish(),
  /** The leg of whoever answered, of a call to a line. */
  operator_call_id: Id.nullish(),
  labels: z.array(z.string()).nullish(),
  voicemail_share_link: z.string().nullish(),
  target: z
    .object({
      id: Id.nullish(),
      /** `user`, or a line: `department`, `callcenter`, `office`. */
      type: z.string().nullish(),
      email: z.string().nullish(),
      name: z.string().nullish(),
    })
    .nullish(),
})
export type DialpadCall = z.infer<typeof DialpadCall>

export const CallsAnswer = z.object({
  /** Left out where there is none. */
  items: z.array(DialpadCall).default([]),
  cursor: z.string().nullish(),
})

export const UsersAnswer = z.object({
  items: z
    .array(
      z.object({
        id: Id,
        display_name: z.string().nullish(),
        first_name: z.string().nullish(),
        last_name: z.string().nullish(),
        emails: z.array(z.string()).nullish(),
        extension: z.union([z.string(), z.number()]).transform(String).nullish(),
        state: z.string().nullish(),
      }),
    )
    .default([]),
  cursor: z.string().nullish(),
})

export const Websocket = z.object({
  id: Id,
  /** Dies after an hour; asked for again, it is another one. */
  websocket_url: z.string(),
  signature: z.object({ secret: z.string().nullish() }).nullish(),
})
export const WebsocketsAnswer = z.object({
  items: z.array(Websocket).default([]),
  cursor: z.string().nullish(),
})

export const SubscriptionsAnswer = z.object({
  items: z
    .array(z.object({ id: Id, enabled: z.boolean().nullish(), websocket: z.object({ id: Id }).nullish() }))
    .default([]),
  cursor: z.string().nullish(),
})

const Fault = z.object({
  error: z.object({ message: z.string().nullish() }).nullish(),
  message: z.string().nullish(),
})

export const faultIn = (body: unknown): FaultIn => {
  const { data } = Fault.safeParse(body)
  return { message: data?.error?.message ?? data?.message ?? null, scopes: [] }
}
