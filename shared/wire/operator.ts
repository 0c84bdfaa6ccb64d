// What whoever runs a deployment of several floors sees and does, at `/operator` of any node.
import { z } from 'zod'
import { FloorLimits } from './floor-limits.ts'

/** `GET /node/floors`, for other nodes: what a node knows of itself and of a floor that it owns. */
export const FloorHere = z.object({
  floor: z.int(),
  tvs: z.int(),
  /** That came in within the last minute. */
  factsAMinute: z.int(),
  healthy: z.boolean(),
  /** A part of a sentence: what it cannot do; null where it is healthy. */
  why: z.string().nullable(),
})
export type FloorHere = z.infer<typeof FloorHere>

export const NodeReport = z.object({
  version: z.string(),
  stage: z.enum(['starting', 'serving', 'draining']),
  /** Its machine's clock minus the database's. */
  clockAheadMs: z.number(),
  memoryBytes: z.int(),
  floors: z.array(FloorHere),
})
export type NodeReport = z.infer<typeof NodeReport>

export const OperatorFloor = z.object({
  name: z.string(),
  /** The living node that owns it; null: nobody. */
  node: z.object({ id: z.int(), name: z.string() }).nullable(),
  /** Why no node takes it, a part of a sentence; null: it is open. */
  closed: z.string().nullable(),
  entries: z.int(),
  facts: z.int(),
  bytes: z.int(),
  limits: FloorLimits,
  /** Epoch ms, of the last entry; null where there is none. */
  lastAt: z.number().nullable(),
  /** As its node says; null where that does not answer. */
  live: FloorHere.omit({ floor: true }).nullable(),
})
export type OperatorFloor = z.infer<typeof OperatorFloor>

export const OperatorNode = z.object({
  id: z.int(),
  name: z.string(),
  url: z.string(),
  /** Since it was last heard of, by the database. */
  beatAgeMs: z.number(),
  /** Floors that it owns. */
  floors: z.int(),
  /** As it says itself; null where it does not answer. */
  report: NodeReport.omit({ floors: true }).nullable(),
})
export type OperatorNode = z.infer<typeof OperatorNode>

/** `GET /operator/api/overview` */
export const OperatorOverview = z.object({
  now: z.number(),
  floors: z.array(OperatorFloor),
  nodes: z.array(OperatorNode),
})
export type OperatorOverview = z.infer<typeof OperatorOverview>

/** `POST /operator/api/session`: a cookie for twelve hours. */
export const OperatorSignIn = z.strictObject({ token: z.string().max(1000) })

/** `POST /operator/api/floors` */
export const NewFloorRequest = z.strictObject({ name: z.string().max(300), limits: FloorLimits })
export const NewFloorAnswer = z.object({
  name: z.string(),
  /** Where its first admin signs up. */
  firstAdminUrl: z.string(),
})

/** `POST /operator/api/floors/{name}/limits`, and `…/remove`, which takes the name once more. */
export const LimitsRequest = z.strictObject({ limits: FloorLimits })
export const RemoveRequest = z.strictObject({ name: z.string().max(300) })

export const DoneAnswer = z.object({})
