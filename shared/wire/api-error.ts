// The shape of every error that the API answers with, and the closed list of its codes.
import { z } from 'zod'
import { Control } from './control.ts'
import { FactsAnswer } from './fact.ts'
import { FloorVersion } from './floor-edits.ts'
import { Withdrawal } from './imports.ts'

/** Each code with its HTTP status. */
export const errorStatus = {
  'bad-json': 400,
  'bad-body': 400,
  'bad-encoding': 400,
  'too-many-refused': 400,
  'bad-query': 400,
  'bad-window': 400,
  'unknown-filter': 400,
  unauthorized: 401,
  /** The address or the password is wrong. */
  'wrong-sign-in': 401,
  /** Of what another program sends: it does not bring what its entry in the floor file asks for. */
  'not-proved': 401,
  forbidden: 403,
  'private-board': 403,
  'foreign-host': 403,
  'foreign-origin': 403,
  'unknown-metric': 404,
  'unknown-board': 404,
  'unknown-figure': 404,
  'unknown-entry': 404,
  'unknown-playlist': 404,
  'unknown-screen': 404,
  'unknown-import': 404,
  'not-found': 404,
  'too-slow': 408,
  'email-taken': 409,
  'last-admin': 409,
  /** There is an admin already. */
  'set-up-done': 409,
  'stale-floor': 409,
  'unconfirmed-floor': 409,
  'unconfirmed-withdrawal': 409,
  'already-undone': 409,
  'in-use': 409,
  'stale-control': 409,
  'wall-held': 409,
  'not-held': 409,
  'not-undoable': 409,
  /** Another version of the plan came first. */
  'stale-plan': 409,
  /** Somebody else wrote a note or an agreed action anew. */
  'stale-note': 409,
  /** It cannot be worked out. */
  'no-plan': 409,
  /** Somebody else wrote about the exception, or set it aside, first. */
  'stale-exception': 409,
  /** There is no way to write to them. */
  'not-reachable': 409,
  /** Used already, too old, or made up. */
  'link-gone': 410,
  'too-large': 413,
  'unsupported-type': 415,
  'bad-floor': 422,
  'weak-password': 422,
  'too-many-tries': 429,
  /** The floor takes no more of them in a minute. */
  'too-many-facts': 429,
  internal: 500,
  /** Of a file: the disk has no room for it, or may not be written. */
  'disk-full': 507,
  /** The floor keeps as much as it may. */
  'no-room': 507,
  'broken-board': 500,
  /** A source of numbers did not answer as it should. */
  'source-trouble': 502,
  'log-unavailable': 503,
  'too-busy': 503,
} as const
export type ErrorCode = keyof typeof errorStatus

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code)

/** `message` is a sentence that a person can act on. */
export const ApiErrorBody = z.object({
  code: z.string().refine(isErrorCode),
  message: z.string(),
  /** What is wrong in a refused floor file. `line` counts from 1. */
  errors: z.array(z.object({ line: z.int(), path: z.string(), message: z.string() })).optional(),
  /**
   * What a refused floor file would send to the unassigned: the name in facts, how many they are, and what of the edit does
   * it. The first 100; `version` is that of the floor it was held against.
   */
  unassigned: z.array(z.object({ rep: z.string(), facts: z.int(), because: z.string() })).optional(),
  version: z.int().optional(),
  /** Of `too-many-tries` and `too-many-facts`: in how many seconds the next one is heard. */
  retryAfterSeconds: z.int().optional(),
  /** Of a stale edit: what happened to the floor since the version that it was made from, newest first. */
  history: z.array(FloorVersion).optional(),
  /** What names an entry that is not removed for that reason. Goals have no id: theirs is empty. */
  uses: z.array(z.object({ list: z.string(), id: z.string(), name: z.string() })).optional(),
  /** Of a refused remote: who holds the screens now, and the versions to go on from. */
  controls: z.array(Control).optional(),
  /** Of an unconfirmed withdrawal: how many facts would go, of how many. */
  withdrawal: Withdrawal.optional(),
  /** What was stored of facts whose request broke off, met a full disk or had too many refused. */
  taken: FactsAnswer.optional(),
})
export type ApiErrorBody = z.infer<typeof ApiErrorBody>
