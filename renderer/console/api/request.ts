// Asking the feed. Its answers are parsed; whatever goes wrong comes back as one kind of error, with a sentence.
import { z } from 'zod'
import { FloorVersion } from '../../../shared/wire/floor-edits.ts'

const Refusal = z.object({
  code: z.string(),
  message: z.string(),
  errors: z.array(z.object({ line: z.int(), path: z.string(), message: z.string() })).optional(),
  version: z.int().optional(),
  /** Of `stale-floor`: what others changed since. */
  history: z.array(FloorVersion).optional(),
  /** Of `in-use`: what names the entry. */
  uses: z.array(z.object({ list: z.string(), id: z.string(), name: z.string() })).optional(),
})
type Refusal = z.infer<typeof Refusal>

/** `unreachable`: no answer came. `unreadable`: one that this console does not understand, of another version. */
export class ApiFailure extends Error {
  readonly status: number
  readonly refusal: Refusal

  constructor(status: number, refusal: Refusal) {
    super(refusal.message)
    this.status = status
    this.refusal = refusal
  }

  get code(): string {
    return this.refusal.code
  }
}

export const isFailure = (error: unknown, code: string): error is ApiFailure =>
  error instanceof ApiFailure && error.code === code

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  readonly json?: unknown
  readonly text?: { readonly type: string; readonly body: string }
  /** Sent as it is. */
  readonly file?: Blob
  readonly signal?: AbortSignal
  /** The version of the floor that may be replaced. */
  readonly ifMatch?: number
}

/** Called when the feed knows nobody behind a request: whoever was signed in is no longer. */
let whenSignedOut: () => void = () => undefined
export const onSignedOut = (listener: () => void): void => {
  whenSignedOut = listener
}

const bodyOf = ({ json, text, file, ifMatch }: Ask) => {
  // What the feed refuses is said in the language of the page, and not in the browser's.
  const language = { 'accept-language': document.documentElement.lang }
  const match = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }
  if (text) return { headers: { ...language, 'content-type': text.type, ...match }, body: text.body }
  if (file) return { headers: { ...language, 'content-type': 'application/octet-stream' }, body: file }
  if (json !== undefined)
    return { headers: { ...language, 'content-type': 'application/json' }, body: JSON.stringify(json) }
  return { headers: language }
}

const refusalOf = (status: number, body: unknown): ApiFailure => {
  const parsed = Refusal.safeParse(body)
  return new ApiFailure(
    status,
    parsed.success
      ? parsed.data
      : { code: 'unreadable', message: `The feed answered with ${status} and nothing more.` },
  )
}

const unreachable = (): ApiFailure =>
  new ApiFailure(0, { code: 'unreachable', message: 'The feed does not answer.' })

const send = async (path: string, ask: Ask): Promise<Response> => {
  const init = {
    method: ask.method ?? (ask.json === undefined && !ask.text && !ask.file ? 'GET' : 'POST'),
    credentials: 'same-origin',
    ...(ask.signal ? { signal: ask.signal } : {}),
    ...bodyOf(ask),
  } as const
  try {
    return await fetch(`/api/v1${path}`, init)
  } catch (error) {
    if (ask.signal?.aborted) throw error
    throw unreachable()
  }
}

/** Null for an answer that is no JSON. One that breaks off is none. */
const jsonOf = async (response: Response, { signal }: Ask): Promise<unknown> => {
  try {
    return await response.json()
  } catch (error) {
    if (error instanceof SyntaxError) return null
    if (signal?.aborted) throw error
    throw unreachable()
  }
}

/** `path` comes after `/api/v1`. */
export const request = async <T>(schema: z.ZodType<T>, path: string, ask: Ask = {}): Promise<T> => {
  const response = await send(path, ask)
  const body = await jsonOf(response, ask)
  if (!response.ok) {
    const failure = refusalOf(response.status, body)
    // A wrong password is answered with 401 as well.
    if (failure.code === 'unauthorized') whenSignedOut()
    throw failure
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success) {
    console.error('floorboard: unexpected answer of', path, parsed.error.message)
    throw new ApiFailure(response.status, {
      code: 'unreadable',
      message: 'The feed answered in a way that this page does not know. Reload it.',
    })
  }
  return parsed.data
}

/** Of answers that say nothing but "done". */
export const Done = z.unknown()
