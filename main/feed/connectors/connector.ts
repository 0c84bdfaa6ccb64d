// What a vendor's folder has to give: facts, and which of them stand no more. A connector gets a client and settings; it knows
// no log, no floor, no celebration and no key.
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { Activity, Deal } from '../../../shared/wire/fact.ts'
import type { Source, SourceObject, SourceVendor, StageFlag } from '../../../shared/wire/source.ts'
import type { SourcePipeline, SourceRight, WonTotals } from '../../../shared/wire/sources.ts'
import type { SourceTrouble } from './source-trouble.ts'
import type { VendorClient } from './vendor-client.ts'

/** Without the name of its source, which the frame adds. */
export type VendorFact = Omit<Deal, 'source'> | Omit<Activity, 'source'>

export interface VendorOwner {
  readonly id: string
  readonly name: string
  /** In lower case. */
  readonly email: string | null
  /** Whether they still work there. */
  readonly active: boolean
}

export interface Changes {
  readonly facts: readonly VendorFact[]
  /** Ids that stand no more: deleted, merged into others, out of the pipelines that are read. */
  readonly withdrawn: readonly string[]
}

/** `cursor`: JSON that only the connector reads. `done`: nothing more for now. */
export interface Page extends Changes {
  readonly cursor: unknown
  readonly done: boolean
  /** Epoch ms, by the vendor's clock: the newest change in it; null where it has none. */
  readonly newest: number | null
  /** A right is missing for one kind of object: the others are read. */
  readonly lacks: SourceTrouble | null
}

/** `from` and `to` in epoch ms, the end not in it; null: without an end. `openOnly`: deals that nothing closed yet. */
export interface PastWindow {
  readonly from: number | null
  readonly to: number | null
  readonly openOnly: boolean
}

export interface IdPage {
  /** `version`: as its fact has it. */
  readonly ids: readonly { readonly id: string; readonly version: string | null }[]
  readonly cursor: unknown
  readonly done: boolean
}

/** Everything rejects with `SourceTrouble`. A null cursor begins. */
export interface Connector {
  /** Each right, and whether the key has it. */
  rights(): Promise<readonly SourceRight[]>
  owners(): Promise<readonly VendorOwner[]>
  pipelines(): Promise<readonly SourcePipeline[]>
  /**
   * What changed since `cursor`, by the vendor's clock and with an overlap: rows become visible late, and several share an
   * instant. From null on it is what changes from now on.
   */
  pull(cursor: unknown): Promise<Page>
  /** Everything that closes, closed or happened in the window. */
  past(window: PastWindow, cursor: unknown): Promise<Page>
  /** Ids of the same. */
  ids(window: PastWindow, cursor: unknown): Promise<IdPage>
  /** Reads these anew: those that the vendor no longer has are withdrawn. */
  read(ids: readonly string[]): Promise<Changes>
  /** Won in the window, as the vendor itself counts. */
  totals(window: PastWindow): Promise<WonTotals>
}

export interface ConnectorSettings {
  readonly reads: ReadonlySet<SourceObject>
  /** Null: all. */
  readonly pipelines: ReadonlySet<string> | null
  readonly stages: ReadonlyMap<string, StageFlag>
  readonly currency: string
  readonly zone: Zone
}

export interface ConnectorParts {
  readonly client: VendorClient
  readonly settings: ConnectorSettings
  /** Epoch ms; for pacing alone. */
  readonly now: () => number
}

export interface Vendor {
  readonly name: string
  /** Where it is reached, without a slash at the end. */
  readonly api: string
  readonly key: string
  readonly steps: readonly string[]
  readonly scopes: readonly { readonly scope: string; readonly why: string; readonly needed: boolean }[]
  readonly newKey: string
  readonly giveRights: string
  /** Between two calls, and between two searches, ms. */
  readonly spacingMs: { readonly usual: number; readonly search: number }
  readonly callsPerDay: number | null
  /** Between two looks for changes. */
  readonly pollMs: number
  readonly headers: (key: string) => Readonly<Record<string, string>>
  readonly faultIn: (body: unknown) => { readonly message: string | null; readonly scopes: readonly string[] }
  readonly create: (parts: ConnectorParts) => Connector
}

export type Vendors = Readonly<Record<SourceVendor, Vendor>>

/** The source that facts of it name. */
export const sourceOf = ({ source, id }: Source): string => source ?? id
