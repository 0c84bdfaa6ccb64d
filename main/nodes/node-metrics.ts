// What Prometheus is told of a node: what it owns and does, its process, and the metrics of each floor with its name.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { healthOf } from './node-health.ts'
import type { NodeState, WatchedFloor } from './node-state.ts'

/** `found-owned`: another node was sooner, or the owner lives. */
export type ClaimResult = 'taken' | 'found-owned'
/** `given-up`: as asked, by a drain or a move. `lost`: another node has it, or the database was out of reach for too long. */
export type LeaveReason = 'given-up' | 'lost'
/** `unanswered`: the owner could not be reached, or changed meanwhile, and who asked was told to try again. */
export type HandOnResult = 'answered' | 'unanswered'

export interface NodeMetrics {
  readonly contentType: string
  noteClaim(result: ClaimResult): void
  noteLeft(reason: LeaveReason): void
  /** A request or a socket that came here, of a floor that another node owns. */
  noteHandedOn(kind: 'request' | 'socket', result: HandOnResult): void
  /** All of it in Prometheus's text format. */
  text(): Promise<string>
}

const claimResults = ['taken', 'found-owned'] as const satisfies readonly ClaimResult[]
const leaveReasons = ['given-up', 'lost'] as const satisfies readonly LeaveReason[]
const handOnResults = ['answered', 'unanswered'] as const satisfies readonly HandOnResult[]
const statuses = ['ready', 'starting', 'draining', 'no-database'] as const

/** So many floors are written in one turn of the event loop: a node may have a thousand, and walls wait meanwhile. */
const floorsATurn = 5

/** A metric of many floors: its head once, and the lines of each. */
interface Block {
  readonly head: string
  readonly lines: string[]
}

/** Of a metric as the library writes it: two lines that say what it is, then its values. */
const cutHead = (text: string): { readonly head: string; readonly values: string } => {
  const end = text.indexOf('\n', text.indexOf('\n') + 1)
  return end < 0 ? { head: text, values: '' } : { head: text.slice(0, end), values: text.slice(end + 1) }
}

const textOfFloors = async (floors: readonly WatchedFloor[]): Promise<string> => {
  const blocks = new Map<string, Block>()
  for (const [nth, { name, metrics }] of floors.entries()) {
    const { registry } = metrics
    registry.setDefaultLabels({ floor: name })
    for (const metric of registry.getMetricsAsArray()) {
      const { head, values } = cutHead(await registry.getSingleMetricAsString(metric.name))
      const block = blocks.get(metric.name) ?? { head, lines: [] }
      blocks.set(metric.name, block)
      if (values !== '') block.lines.push(values)
    }
    if (nth % floorsATurn === floorsATurn - 1) await nextTurn()
  }
  return [...blocks.values()].map(({ head, lines }) => `\n${[head, ...lines].join('\n')}\n`).join('')
}

/** `read` is asked at each scrape. */
export const createNodeMetrics = (read: () => NodeState): NodeMetrics => {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const gauge = (name: string, help: string, measure: (state: NodeState) => number | null): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.reset()
        const value = measure(read())
        if (value !== null) this.set(value)
        else this.remove()
      },
    })
  }
  new Gauge({
    name: 'floorboard_node_info',
    help: 'Where the other nodes reach this one, and its version',
    labelNames: ['url', 'version'] as const,
    registers,
    collect() {
      const { url, version } = read()
      this.set({ url, version }, 1)
    },
  })
  new Gauge({
    name: 'floorboard_node_status',
    help: 'What the node says of itself: 1 for that, 0 for the others',
    labelNames: ['status'] as const,
    registers,
    collect() {
      const { status } = healthOf(read())
      for (const each of statuses) this.set({ status: each }, each === status ? 1 : 0)
    },
  })
  new Gauge({
    name: 'floorboard_floor_in_trouble',
    help: 'Whether a floor cannot do all that it should',
    labelNames: ['floor'] as const,
    registers,
    collect() {
      this.reset()
      for (const { name, trouble } of read().floors) this.set({ floor: name }, trouble === null ? 0 : 1)
    },
  })
  gauge('floorboard_node_floors', 'Floors that this node owns', ({ floors }) => floors.length)
  gauge('floorboard_node_database_trouble', 'Whether the database is out of reach', ({ databaseTrouble }) =>
    databaseTrouble === null ? 0 : 1,
  )
  gauge(
    'floorboard_node_beat_age_seconds',
    'Time since the database last answered a beat of this node',
    ({ beatAgeMs }) => (beatAgeMs === null ? null : beatAgeMs / 1000),
  )
  gauge(
    'floorboard_node_clock_ahead_seconds',
    'Clock of this machine minus that of the database',
    ({ clockAheadMs }) => clockAheadMs / 1000,
  )
  const claims = new Counter({
    name: 'floorboard_node_claims_total',
    help: 'Floors that this node tried to take over, by what came of it',
    labelNames: ['result'] as const,
    registers,
  })
  const left = new Counter({
    name: 'floorboard_node_floors_left_total',
    help: 'Floors that this node owned and owns no more, by the reason',
    labelNames: ['reason'] as const,
    registers,
  })
  const handedOn = new Counter({
    name: 'floorboard_node_handed_on_total',
    help: 'Requests and sockets that were handed on to the node that owns the floor, by what came of it',
    labelNames: ['kind', 'result'] as const,
    registers,
  })
  // A rate needs a zero to begin with.
  for (const result of claimResults) claims.inc({ result }, 0)
  for (const reason of leaveReasons) left.inc({ reason }, 0)
  for (const kind of ['request', 'socket'] as const)
    for (const result of handOnResults) handedOn.inc({ kind, result }, 0)

  return {
    contentType: registry.contentType,
    noteClaim: (result) => claims.inc({ result }),
    noteLeft: (reason) => left.inc({ reason }),
    noteHandedOn: (kind, result) => handedOn.inc({ kind, result }),
    text: async () => `${await registry.metrics()}${await textOfFloors(read().floors)}`,
  }
}
