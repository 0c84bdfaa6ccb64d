// Whether the other nodes reach this one where it says that they do: they are asked when it joins, since whoever comes to one of
// them for its floors would be told "not at the moment" for ever.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { DatabaseNode } from '../feed/store/postgres/database-node.ts'
import { proofHeader } from './who-asks.ts'

const helloPath = '/node/hello'
const seesPath = '/node/sees/'
/** A machine that is lost does not answer at all. */
const patienceMs = 2000
/** So many say it for all. */
const mostAsked = 3

const Hello = z.object({ node: z.int() })
const Sees = z.object({ sees: z.boolean() })

type Node = Pick<DatabaseNode, 'id' | 'nodes'>

interface ReachParts {
  readonly node: Node
  /** What a node says to another one. */
  readonly proof: string
}

const ask = async (url: string, proof: string): Promise<unknown> => {
  const response = await fetch(url, {
    ...{ headers: { [proofHeader]: proof }, redirect: 'error' as const },
    signal: AbortSignal.timeout(patienceMs),
  })
  return await response.json()
}

/** Whether the node of this id is at its address. */
const sees = async (id: number, { node, proof }: ReachParts): Promise<boolean> => {
  const url = (await node.nodes()).find((each) => each.id === id)?.url
  if (url === undefined) return false
  try {
    return Hello.parse(await ask(`${url}${helloPath}`, proof)).node === id
  } catch {
    // Nobody is there, or somebody else is.
    return false
  }
}

/** True where it has answered. For other nodes alone. */
export const createReachPages =
  (parts: ReachParts & { readonly isNode: (request: IncomingMessage) => boolean }) =>
  (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url ?? ''
    if ((path !== helloPath && !path.startsWith(seesPath)) || !parts.isNode(request)) return false
    const answer = (body: object): void =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (path === helloPath) answer({ node: parts.node.id })
    else
      sees(Number(path.slice(seesPath.length)), parts).then(
        (found) => answer({ sees: found }),
        () => response.destroy(),
      )
    return true
  }

/** A node that answers and does not reach this one: its name; null where there is none. */
export const whoDoesNotReach = async ({ node, proof }: ReachParts): Promise<string | null> => {
  const others = (await node.nodes()).filter(({ id }) => id !== node.id)
  const said = await Promise.all(
    others.slice(-mostAsked).map(async ({ url, name }) => {
      try {
        return Sees.parse(await ask(`${url}${seesPath}${node.id}`, proof)).sees ? null : name
      } catch {
        // It may be on its way out.
        return null
      }
    }),
  )
  return said.find((name) => name !== null) ?? null
}
