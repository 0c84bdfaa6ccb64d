// Other programs that send by themselves: each has an address here, a proof that it is the one, and a mapping of what it sends.
import { z } from 'zod'
import { InboundMapping } from './mapping.ts'
import { Name, Slug } from './text.ts'

const HeaderName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/, 'must be the name of a header, such as X-Signature')
  .transform((name) => name.toLowerCase())

/** What is signed; `{body}` stands for the bytes as they came. */
const Signed = z
  .string()
  .max(100)
  .refine((text) => text.includes('{body}'), 'must have {body} in it')

/** How a delivery shows that it comes from whom it should. Its secret is kept by the feed, and is not in the file. */
export const InboundProof = z.discriminatedUnion('kind', [
  /** Whoever knows the address, which ends in the secret. */
  z.strictObject({ kind: z.literal('address') }),
  z.strictObject({ kind: z.literal('standard-webhooks') }),
  z.strictObject({ kind: z.literal('basic'), user: z.string().min(1).max(200) }),
  /** The secret itself, in a header. */
  z.strictObject({ kind: z.literal('header'), header: HeaderName }),
  z
    .strictObject({
      kind: z.literal('hmac'),
      header: HeaderName,
      hash: z.enum(['sha256', 'sha512', 'sha1']).default('sha256'),
      encoding: z.enum(['hex', 'base64']).default('hex'),
      /** How the secret that the sender shows is written: Close gives its key in hexadecimal. */
      secret: z.enum(['text', 'hex', 'base64']).default('text'),
      /** Before the signature, such as `sha256=`. */
      prefix: z.string().max(40).default(''),
      signed: Signed.default('{body}'),
      /** The header with the time that `{timestamp}` stands for: seconds or milliseconds since 1970. */
      timestampHeader: HeaderName.optional(),
    })
    .refine(
      ({ signed, timestampHeader }) => signed.includes('{timestamp}') === (timestampHeader !== undefined),
      'needs timestampHeader and {timestamp} in signed together, or neither',
    ),
])
export type InboundProof = z.output<typeof InboundProof>

/** An entry of `inbound` in the floor file. Its id is the source of its facts, and ends its address. */
export const InboundSource = z.strictObject({
  id: Slug,
  name: Name,
  proof: InboundProof.default({ kind: 'address' }),
  /** A JSONPath to what of a delivery becomes a fact each; left out, the whole of it becomes one. */
  each: z.string().min(1).max(300).optional(),
  /** Left out until somebody has seen what comes: deliveries are kept, and nothing is made of them. */
  mapping: InboundMapping.optional(),
})
export type InboundSource = z.output<typeof InboundSource>

/** `taken`: all of it counts, or nothing of it was meant to. `partly`: some of it was refused. `waiting`: not looked at yet. */
export const DeliveryState = z.enum(['waiting', 'taken', 'partly', 'refused'])
export type DeliveryState = z.infer<typeof DeliveryState>

/** What became of a delivery. */
export const DeliveryOutcome = z.object({
  /** Facts that are new or changed. */
  accepted: z.int(),
  unchanged: z.int(),
  withdrawn: z.int(),
  /** What the mapping's `when` does not mean. */
  passedOver: z.int(),
  /** Sentences, the first few of them. */
  refused: z.array(z.string()),
  /** How many were refused in all. */
  refusedCount: z.int(),
  /** Sentences about facts that count nowhere, or not where they were meant to. */
  warnings: z.array(z.string()),
})
export type DeliveryOutcome = z.infer<typeof DeliveryOutcome>

export const Delivery = z.object({
  id: z.int(),
  /** Epoch ms. */
  at: z.number(),
  bytes: z.int(),
  state: DeliveryState,
  /** Null while it waits. */
  outcome: DeliveryOutcome.nullable(),
})
export type Delivery = z.infer<typeof Delivery>

/** `GET /api/v1/inbound`. */
export const InboundAnswer = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      proof: z.string(),
      /** Without the secret, where it ends in one. */
      address: z.string(),
      hasSecret: z.boolean(),
      /** Why nothing that it sends can be read, in a sentence; null where that is not so. */
      fault: z.string().nullable(),
      /** Epoch ms of the last delivery; null where there was none. */
      lastAt: z.number().nullable(),
      waiting: z.int(),
      /** Turned away since the feed started, and why the last one was. */
      turnedAway: z.object({ count: z.int(), why: z.string().nullable() }),
    }),
  ),
})
export type InboundAnswer = z.infer<typeof InboundAnswer>

/** `GET /api/v1/inbound/:id/deliveries`: newest first. */
export const InboundDeliveriesAnswer = z.object({ deliveries: z.array(Delivery) })
export type InboundDeliveriesAnswer = z.infer<typeof InboundDeliveriesAnswer>

/** `GET /api/v1/inbound/:id/deliveries/:delivery`. */
export const DeliveryBodyAnswer = z.object({ type: z.string(), body: z.string() })
export type DeliveryBodyAnswer = z.infer<typeof DeliveryBodyAnswer>

/** `POST /api/v1/inbound/:id/secret`: one of its own, or null for a new one. The answer is the only one that has it. */
export const InboundSecretRequest = z.strictObject({ secret: z.string().min(8).max(500).nullable() })
export type InboundSecretRequest = z.infer<typeof InboundSecretRequest>
export const InboundSecretAnswer = z.object({ secret: z.string(), address: z.string() })
export type InboundSecretAnswer = z.infer<typeof InboundSecretAnswer>

/** `POST /api/v1/inbound/try`: what would become of a body, with an entry that need not be in the file yet. */
export const InboundTryRequest = z.strictObject({
  /** An entry, or the id of one in the file. */
  source: z.unknown(),
  type: z.string().max(200).default('application/json'),
  body: z.string().max(1_000_000),
})
export type InboundTryRequest = z.infer<typeof InboundTryRequest>
export const InboundTryAnswer = z.object({
  /** In the order of the body. */
  rows: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fact'), fact: z.unknown(), notes: z.array(z.string()) }),
      z.object({ kind: z.literal('withdrawal'), id: z.string() }),
      z.object({ kind: z.literal('passed-over') }),
      z.object({ kind: z.literal('refused'), reason: z.string() }),
    ]),
  ),
  /** Why nothing of it can be read. */
  fault: z.string().nullable(),
})
export type InboundTryAnswer = z.infer<typeof InboundTryAnswer>
