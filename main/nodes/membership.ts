// A node among the others, from joining to leaving: which floors it takes, and how requests find theirs.
import type { IncomingMessage } from 'node:http'
import { type FloorLimits, noLimits } from '../../shared/wire/floor-limits.ts'
import { type DatabaseNode, type NodeFloor, openDatabaseNode } from '../feed/store/postgres/database-node.ts'
import { createOpenFloor } from './floor-feed.ts'
import { createFront, type Front } from './front.ts'
import { createHandOn } from './hand-on.ts'
import { openIdleServers } from './idle-servers.ts'
import { openKnownFloors } from './known-floors.ts'
import type { NodeConfig } from './node.ts'
import { createNodeMetrics } from './node-metrics.ts'
import type { NodeState } from './node-state.ts'
import { createNodeWatch } from './node-watch.ts'
import { createOpenFloors } from './open-floors.ts'
import { openOperator } from './operator/operator-api.ts'
import { createReachPages, whoDoesNotReach } from './reach.ts'
import { nodeFor } from './shares.ts'
import { proofHeader, type WhoAsks } from './who-asks.ts'

/** A floor that nobody has taken for so long is anybody's, whoever's turn it was. */
const strandedMs = 2000
/** Floors that are opened side by side. */
const atOnce = 2

export interface Membership {
  readonly front: Front
  /** Another node that does not reach this one; null where all do. */
  whoDoesNotReach(): Promise<string | null>
  /** Lets its floors go to the others. */
  leave(): Promise<void>
}

interface MembershipParts {
  readonly config: NodeConfig
  readonly url: string
  readonly name: string
  readonly copies: string
  readonly whoAsks: WhoAsks
}

/** Tells the other nodes that a floor has no owner, in the place of the number of its last entry. */
const free = 0

export const joinNodes = async (parts: MembershipParts): Promise<Membership> => {
  const { config, url, name, copies, whoAsks } = parts
  const { logger, key } = config
  const node: DatabaseNode = await openDatabaseNode({
    ...{ url: config.database, nodeUrl: url, name, key: key.fingerprint, goneMs: config.goneMs },
  })
  const handOn = createHandOn(key.proof)
  const isNode = (request: IncomingMessage): boolean => whoAsks(request).isNode
  const originOf = (floor: string): string => config.floorUrl.replaceAll('{floor}', floor)
  /** As they were seen last. */
  let limits = new Map<number, FloorLimits>()
  const idle = openIdleServers(config.clock)
  const open = createOpenFloors({
    claim: async (floor) => {
      const lease = await node.claim(floor)
      metrics.noteClaim(lease === null ? 'found-owned' : 'taken')
      lease?.onLost(() => metrics.noteLeft('lost'))
      return lease
    },
    open: createOpenFloor({
      ...{ node, key, copies, idle, config },
      originOf,
      limitsOf: (floor) => limits.get(floor) ?? noLimits,
      letGo: (floor) => void open.letGo(floor),
    }),
    onLetGo: (floor, isLost) => {
      if (isLost) return
      metrics.noteLeft('given-up')
      node.hint(floor, free)
    },
    onError: (floor, what, error) => logger.error({ err: error, floor: floor.name }, what),
  })

  const state = (): NodeState => ({
    ...{ url, version: config.version },
    stage: open.isDraining() ? 'draining' : 'serving',
    databaseTrouble: node.trouble(),
    beatAgeMs: node.beatAgeMs(),
    clockAheadMs: node.clockAheadMs(),
    floors: open.all().map(({ floor, feed }) => ({
      name: floor.name,
      trouble: feed.trouble(),
      metrics: feed.metrics,
    })),
  })
  const metrics = createNodeMetrics(state)
  /** Since when (ms of the process) nobody has had them. */
  const unowned = new Map<number, number>()
  let taking = false
  /** Those whose turn it is, and those that nobody took. */
  const takeFreeFloors = async (floors: readonly NodeFloor[]): Promise<void> => {
    const nodes = (await node.nodes()).map(({ id }) => id)
    const now = performance.now()
    const mine = floors.filter(({ floor }) => {
      const isStranded = now - (unowned.get(floor) ?? now) > strandedMs
      return isStranded || nodes.length === 0 || nodeFor(floor, nodes) === node.id
    })
    const takeNext = async (): Promise<void> => {
      for (let floor = mine.pop(); floor !== undefined; floor = mine.pop())
        // What keeps it from being opened is told where that happens.
        await open.take(floor).catch(() => undefined)
    }
    await Promise.all(Array.from({ length: atOnce }, takeNext))
  }
  /** A node that hangs takes what it is sent, and says nothing. One that is about to end still answers. */
  const giveUpOnGone = async (floors: readonly NodeFloor[]): Promise<void> => {
    const owners = new Set(floors.map(({ owner }) => owner?.url))
    const others = [...handOn.waitsFor()].filter((to) => !owners.has(to))
    if (others.length === 0) return
    const living = new Set((await node.nodes()).map((each) => each.url))
    for (const to of others) if (!living.has(to)) handOn.giveUp(to)
  }
  const onLook = (floors: readonly NodeFloor[]): void => {
    giveUpOnGone(floors).catch((error) => logger.warn({ err: error }, 'which nodes live cannot be read'))
    limits = new Map(floors.map((each) => [each.floor, each.limits]))
    const there = new Set(floors.filter(({ closed }) => closed === null).map(({ floor }) => floor))
    for (const { floor } of open.all()) if (!there.has(floor.floor)) void open.letGo(floor.floor)
    const free = floors.filter(
      ({ floor, owner, closed }) => owner === null && closed === null && !open.has(floor),
    )
    const now = performance.now()
    const since = new Map(free.map(({ floor }) => [floor, unowned.get(floor) ?? now]))
    unowned.clear()
    for (const [floor, at] of since) unowned.set(floor, at)
    if (taking || free.length === 0 || open.isDraining()) return
    taking = true
    takeFreeFloors(free)
      .catch((error) => logger.warn({ err: error }, 'floors without an owner are not taken'))
      .finally(() => {
        taking = false
      })
  }
  const known = await openKnownFloors({
    floors: node.floors,
    onLook,
    onError: (error) => logger.warn({ err: error }, 'the floors cannot be read'),
  }).catch(async (error) => {
    idle.close()
    await node.close()
    throw error
  })
  node.onHint((floor, seq) => {
    if (seq !== free || open.isDraining()) return
    // Its node gave it up: whoever is first has it.
    unowned.set(floor, Number.NEGATIVE_INFINITY)
    known.look().catch(() => undefined)
  })
  const watch = createNodeWatch({
    read: state,
    metrics,
    token: config.metricsToken,
    onError: (what, error) => logger.error({ err: error }, what),
  })
  const operator = await openOperator({
    ...{ database: node.database, id: () => node.id, proof: { [proofHeader]: key.proof } },
    ...{ clock: config.clock, rendererDir: config.rendererDir, logger, originOf },
    token: config.operatorToken,
    report: () => ({
      ...{ version: config.version, stage: state().stage, clockAheadMs: node.clockAheadMs() },
      memoryBytes: process.memoryUsage.rss(),
      floors: open.all().map(({ floor: { floor }, feed }) => ({
        ...{ floor, tvs: feed.tvs(), factsAMinute: feed.factsLastMinute() },
        ...{ healthy: feed.trouble() === null, why: feed.trouble() },
      })),
    }),
    isNode,
    addressOf: (request) => whoAsks(request).client,
    firstAdminSecret: key.firstAdminSecret,
    drain: () =>
      void open.drain().catch((error) => logger.error({ err: error }, 'the node cannot be drained')),
  })
  const front = createFront({
    ...{ node, whoAsks, known, open, handOn, metrics },
    ownPages: [watch, operator.page, createReachPages({ node, proof: key.proof, isNode })],
  })
  return {
    front,
    whoDoesNotReach: () => whoDoesNotReach({ node, proof: key.proof }),
    leave: async () => {
      await open.drain()
      idle.close()
      await operator.close()
      known.close()
      await node.close()
      handOn.close()
    },
  }
}
