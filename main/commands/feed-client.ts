// A feed as the commands see it, over HTTP.
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { ApiErrorBody } from '../../shared/wire/api-error.ts'
import { type Fact, FactsAnswer } from '../../shared/wire/fact.ts'

/** The feed cannot be reached, or refuses a request as a whole. The message is a sentence for a person. */
export class FeedProblem extends Error {
  override readonly name = 'FeedProblem'
  /** Places in a floor file that was sent. */
  readonly places: ApiErrorBody['errors']

  constructor(message: string, places: ApiErrorBody['errors'] = []) {
    super(message)
    this.places = places
  }
}

export interface FeedAddress {
  readonly feed: string
  readonly token?: string | undefined
}

interface FeedRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly type?: string
  readonly body?: string
  readonly ifMatch?: string
}

const requestMs = 60_000
/** A feed that restarts is back within these; everything sent here may safely be sent twice. */
const retryWaitsMs = [500, 1000, 2000, 4000, 8000] as const
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504])

const errorIn = (body: string): ApiErrorBody | null => {
  try {
    return ApiErrorBody.safeParse(JSON.parse(body)).data ?? null
  } catch (error) {
    // Something other than a feed answered, in its own way.
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Once: the answer, or why there was none. */
const attempt = async ({ feed, token }: FeedAddress, request: FeedRequest): Promise<Response | Error> => {
  try {
    return await fetch(`${feed}${request.path}`, {
      method: request.method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(request.type !== undefined && { 'content-type': request.type }),
        ...(request.ifMatch !== undefined && { 'if-match': request.ifMatch }),
      },
      body: request.body ?? null,
      signal: AbortSignal.timeout(requestMs),
    })
  } catch (error) {
    // What fetch throws is about the network: our own requests are well-formed.
    if (error instanceof Error) return error
    throw error
  }
}

/** An answer that is not a refusal on passing grounds; waits and asks again while the feed is away. */
const askFeed = async (
  address: FeedAddress,
  request: FeedRequest,
  waitsMs: readonly number[] = retryWaitsMs,
): Promise<Response> => {
  for (const waitMs of [...waitsMs, null]) {
    const answer = await attempt(address, request)
    const away = answer instanceof Error || passing.has(answer.status)
    if (!away) return answer
    if (waitMs === null) {
      if (answer instanceof Response) return answer
      const cause = answer.cause instanceof Error ? answer.cause.message : answer.message
      throw new FeedProblem(
        `No feed answers at ${address.feed} (${cause}). Is it running? --feed says where it is.`,
      )
    }
    await delay(waitMs)
  }
  throw new FeedProblem(`No feed answers at ${address.feed}.`)
}

/** Turns a refusal into a sentence. */
const problemOf = async (answer: Response): Promise<FeedProblem> => {
  const error = errorIn(await answer.text())
  const said = error?.message ?? `It answered ${answer.status}, which is not a Floorboard feed's way.`
  const hint = error?.code === 'unauthorized' || error?.code === 'forbidden' ? ' --token passes it.' : ''
  return new FeedProblem(`The feed refuses: ${said}${hint}`, error?.errors ?? [])
}

const readAnswer = async <S extends z.ZodType>(
  answer: Response,
  schema: S,
  { feed }: FeedAddress,
): Promise<z.output<S>> => {
  if (!answer.ok) throw await problemOf(answer)
  const body: unknown = await answer.json().catch(() => null)
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new FeedProblem(`What answers at ${feed} is not a Floorboard feed.`)
  return parsed.data
}

export const sendFacts = async (
  address: FeedAddress,
  facts: readonly Fact[],
  waitsMs?: readonly number[],
): Promise<FactsAnswer> => {
  const body = `${facts.map((fact) => JSON.stringify(fact)).join('\n')}\n`
  const request = { method: 'POST', path: '/api/v1/facts', type: 'application/x-ndjson', body } as const
  return readAnswer(await askFeed(address, request, waitsMs), FactsAnswer, address)
}

const CurrentFloor = z.object({ version: z.int(), text: z.string() })
const ReplacedFloor = z.object({ version: z.int() })

export const fetchFloor = async (address: FeedAddress): Promise<z.output<typeof CurrentFloor>> =>
  readAnswer(await askFeed(address, { method: 'GET', path: '/api/v1/floor' }, []), CurrentFloor, address)

/** `expected`: only in place of that version; null: whatever version is there. */
export const replaceFloor = async (
  address: FeedAddress,
  text: string,
  expected: number | null,
): Promise<number> => {
  const request = {
    method: 'PUT',
    path: '/api/v1/floor',
    type: 'application/yaml',
    body: text,
    ...(expected !== null && { ifMatch: `"${expected}"` }),
  } as const
  return (await readAnswer(await askFeed(address, request, []), ReplacedFloor, address)).version
}

const Unassigned = z.object({ unassigned: z.array(z.object({ rep: z.string(), facts: z.int() })) })

/** Names in facts that the floor does not know, most facts first; null where this token may not see them. */
export const unassignedNames = async (
  address: FeedAddress,
): Promise<z.infer<typeof Unassigned>['unassigned'] | null> => {
  const answer = await askFeed(address, { method: 'GET', path: '/api/v1/unassigned' }, [])
  return answer.ok ? Unassigned.parse(await answer.json()).unassigned : null
}
