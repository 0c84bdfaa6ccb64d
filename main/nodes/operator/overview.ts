// All floors and nodes of a deployment: what the database says of them, and what the nodes say of themselves.
import { NodeReport, type OperatorNode, type OperatorOverview } from '../../../shared/wire/operator.ts'
import type { Clock } from '../../feed/clock.ts'
import { listFloors } from '../../feed/store/postgres/floors.ts'
import type { Asks, Statement } from '../../feed/store/postgres/postgres-database.ts'

/** A node that hangs keeps nobody waiting for the others. */
const patienceMs = 2000

/** Those that were heard of within the last minute: also one that hangs is shown. */
const nodes: Statement = {
  name: 'operator-nodes',
  text: `SELECT id, name, url, extract(epoch FROM now() - beat) * 1000,
      (SELECT count(*) FROM floor WHERE owner = node.id)
    FROM node WHERE url <> '' AND beat > now() - interval '1 minute' ORDER BY id`,
}

export interface OverviewParts {
  readonly database: Asks
  /** This node's own id, and what it says of itself. */
  readonly id: () => number
  readonly report: () => NodeReport
  /** What a node says to another one, to prove that it is one. */
  readonly proof: Readonly<Record<string, string>>
  readonly clock: Clock
}

type KnownNode = Omit<OperatorNode, 'report'>

export const listNodes = async (database: Asks): Promise<readonly KnownNode[]> =>
  (await database.ask(nodes, [])).map(([id, name, url, age, floors]) => ({
    ...{ id: Number(id), name: name ?? '', url: url ?? '' },
    ...{ beatAgeMs: Math.max(0, Number(age)), floors: Number(floors) },
  }))

/** Null where it does not answer as a node does. */
const reportOf = async (
  { id, url }: KnownNode,
  { id: own, report, proof }: OverviewParts,
): Promise<NodeReport | null> => {
  if (id === own()) return report()
  try {
    const response = await fetch(`${url}/node/floors`, {
      headers: proof,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    return response.ok ? (NodeReport.safeParse(await response.json()).data ?? null) : null
  } catch {
    // It is shown as one that does not answer.
    return null
  }
}

export const overview = async (parts: OverviewParts): Promise<OperatorOverview> => {
  const { database, clock } = parts
  const [floors, known] = await Promise.all([listFloors(database), listNodes(database)])
  const asked = await Promise.all(known.map(async (node) => ({ node, report: await reportOf(node, parts) })))
  const live = new Map(
    asked.flatMap(({ node, report }) =>
      (report?.floors ?? []).map(({ floor, ...rest }) => [`${node.id} ${floor}`, rest] as const),
    ),
  )
  return {
    now: clock.now(),
    floors: floors.map(({ floor, identity, beside, owner, ...shown }) => ({
      ...shown,
      node: owner === null ? null : { id: owner.id, name: owner.name },
      live: owner === null ? null : (live.get(`${owner.id} ${floor}`) ?? null),
    })),
    nodes: asked.map(({ node, report }) => {
      if (report === null) return { ...node, report }
      const { floors: _, ...rest } = report
      return { ...node, report: rest }
    }),
  }
}
