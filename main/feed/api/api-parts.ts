import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { Identity } from '../access/identity.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { Turns } from '../turns.ts'
import type { FeedMetrics } from './feed-metrics.ts'

interface FloorFileError {
  readonly line: number
  readonly path: string
  readonly message: string
}

/** What the routes are made of; each takes what it needs. */
export interface ApiParts {
  readonly floor: Pick<
    LiveFloor,
    | 'refuse'
    | 'submit'
    | 'queryMetric'
    | 'boardView'
    | 'current'
    | 'replace'
    | 'status'
    | 'unassigned'
    | 'faults'
    | 'faultsOf'
    | 'faultWords'
  >
  readonly identity: Identity
  readonly clock: Clock
  readonly metrics: FeedMetrics
  /** Gives way to others while it reads a long text. */
  readonly readFloorFile: (
    text: string,
  ) => Promise<
    | { readonly ok: true; readonly file: FloorFile }
    | { readonly ok: false; readonly errors: readonly FloorFileError[] }
  >
  /** What long work of all requests shares. */
  readonly turns: Turns
  /** The address that it will listen on. */
  readonly listenHost: string
  /** Photos and the like; served as they are. */
  readonly mediaDir: string
  /** The built TV, or null when there is none to serve. */
  readonly rendererDir: string | null
  readonly version: string
}
