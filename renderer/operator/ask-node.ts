// Asks the node that the page came from.
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { OperatorOverview } from '../../shared/wire/operator.ts'

const Refusal = z.object({ code: z.string(), message: z.string() })

/** `code` null: no answer came, or one that this page does not understand. */
export class NodeRefusal extends Error {
  readonly code: string | null

  constructor(code: string | null, message: string) {
    super(message)
    this.code = code
  }
}

/** `path` comes after `/operator/api`; `json` is sent. Throws `NodeRefusal`, with a sentence where the node gave one. */
export const askNode = async <T>(
  schema: z.ZodType<T>,
  path: string,
  method: 'GET' | 'POST' | 'DELETE' = 'GET',
  json?: unknown,
): Promise<T> => {
  const response = await fetch(`/operator/api${path}`, {
    method,
    headers: {
      'accept-language': document.documentElement.lang,
      ...(json !== undefined && { 'content-type': 'application/json' }),
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  }).catch(() => null)
  const body: unknown = await response?.json().catch(() => null)
  if (response?.ok !== true) {
    const { data } = Refusal.safeParse(body)
    throw new NodeRefusal(data?.code ?? null, data?.message ?? '')
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new NodeRefusal(null, '')
  return parsed.data
}

const everyMs = 5000

/** Null: nobody is signed in. */
const askOverview = async (): Promise<OperatorOverview | null> => {
  try {
    return await askNode(OperatorOverview, '/overview')
  } catch (error) {
    if (error instanceof NodeRefusal && error.code === 'unauthorized') return null
    throw error
  }
}

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: askOverview,
  refetchInterval: ({ state }) => (state.data === null ? false : everyMs),
})
