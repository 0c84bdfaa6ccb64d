// Whether a node can be sent requests, for load balancers and for whoever looks after it.
import type { NodeState } from './node-state.ts'

/** Others take a node for gone then, and so does it itself. */
const goneMs = 3000
/** Facts that were taken by two nodes one after the other should not change places: dates on walls are a node's own. */
const clockTroubleMs = 250

export interface NodeHealth {
  readonly status: 'ready' | 'starting' | 'draining' | 'no-database'
  /** Sentences: why it is not ready. */
  readonly reasons: readonly string[]
  /** Sentences: what somebody should look at, and what keeps nobody from being answered. */
  readonly warnings: readonly string[]
  readonly node: string
  readonly version: string
  readonly database: { readonly trouble: string | null; readonly lastBeatMs: number | null }
  /** This machine's clock minus the database's. */
  readonly clockAheadMs: number
  readonly floors: {
    readonly here: number
    readonly troubled: readonly { readonly floor: string; readonly why: string }[]
  }
}

const statusOf = ({ stage, databaseTrouble, beatAgeMs }: NodeState): NodeHealth['status'] => {
  // A node that gives its floors up says so, whatever else it lacks: that is why it ends.
  if (stage === 'draining') return 'draining'
  if (databaseTrouble !== null || (beatAgeMs !== null && beatAgeMs >= goneMs)) return 'no-database'
  return stage === 'starting' || beatAgeMs === null ? 'starting' : 'ready'
}

const secondsOf = (ms: number): string => (ms / 1000).toFixed(1)

const reasonFor = (
  status: NodeHealth['status'],
  { databaseTrouble, beatAgeMs }: NodeState,
): string | null => {
  if (status === 'ready') return null
  if (status === 'draining') return 'The node gives its floors up and will end.'
  if (status === 'starting') return 'The node has not taken up its floors yet.'
  if (databaseTrouble !== null) return `The database is out of reach: ${databaseTrouble}.`
  return `The database has not answered for ${secondsOf(beatAgeMs ?? 0)} s.`
}

const clockWarning = (aheadMs: number): string | null =>
  Math.abs(aheadMs) <= clockTroubleMs
    ? null
    : `The clock of this machine is ${Math.round(Math.abs(aheadMs))} ms ${aheadMs > 0 ? 'ahead of' : 'behind'} the database's: let both follow the same time server.`

/** A floor that is in trouble is a warning: sent elsewhere, its requests would only come back. */
export const healthOf = (state: NodeState): NodeHealth => {
  const status = statusOf(state)
  const troubled = state.floors.flatMap(({ name, trouble }) =>
    trouble === null ? [] : [{ floor: name, why: trouble }],
  )
  const given = (sentence: string | null): readonly string[] => (sentence === null ? [] : [sentence])
  return {
    status,
    reasons: given(reasonFor(status, state)),
    warnings: [
      ...given(clockWarning(state.clockAheadMs)),
      ...troubled.map(({ floor, why }) => `${floor}: ${why}`),
    ],
    node: state.url,
    version: state.version,
    database: {
      trouble: state.databaseTrouble,
      lastBeatMs: state.beatAgeMs === null ? null : Math.round(state.beatAgeMs),
    },
    clockAheadMs: Math.round(state.clockAheadMs),
    floors: { here: state.floors.length, troubled },
  }
}
