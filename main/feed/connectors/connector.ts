// What a vendor's folder has to give: facts, and which of them stand no more. A connector gets a client and settings; it knows
// no log, no floor, no celebration and no key.
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { Activity, Deal } from '../../../shared/wire/fact.ts'
import type { Source, SourceObject, SourceVendor, StageFlag } from '../../../shared/wire/source.ts'
import type {
  Keys,
  SourceKeyField,
  SourcePipeline,
  SourceRight,
  WonTotals,
} from '../../../shared/wire/sources.ts'
import type { SendRequest, VendorReply } from './send-request.ts'
import type { SourceTrouble } from './source-trouble.ts'
import type { FaultIn, Usage, VendorClient } from './vendor-client.ts'

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
  /** What its facts are made by has changed there, though none of them did: the past is to be read again. Left out: no. */
  readonly again?: boolean
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
  /**
   * A channel on which the vendor says that something changed: `hear` has the source pulled within a second. It looks after
   * itself: one that is lost opens again, and meanwhile the source is pulled as one without.
   */
  listen?(hear: () => void): { close(): void }
  /** Between two looks for changes, ms, where that follows from what the vendor allows this customer; left out: the vendor's. */
  pauseMs?(): number
}

export interface ConnectorSettings {
  /** Of what the vendor has. */
  readonly reads: ReadonlySet<SourceObject>
  /** Null: all. */
  readonly pipelines: ReadonlySet<string> | null
  readonly stages: ReadonlyMap<string, StageFlag>
  readonly currency: string
  readonly zone: Zone
  /** Whether this floor gives everybody who is credited the whole: credits need no shares then. */
  readonly isFullCredit: boolean
  /** What the floor file says of amounts; undefined: as is usual with the vendor. */
  readonly recurring: Source['recurring']
  readonly amounts: Source['amounts']
  readonly rates: Source['rates']
  /** E-mail addresses by which the floor knows its people, in lower case, sorted. */
  readonly people: readonly string[]
  /** Of the floor’s company, in lower case: whoever has an address there is no customer. */
  readonly domains: ReadonlySet<string>
  /** Words of a meeting’s title that say that nobody came, in lower case. */
  readonly noShow: readonly string[]
}

export interface ConnectorParts {
  readonly client: VendorClient
  readonly settings: ConnectorSettings
  /** Of this customer; '' where the vendor has one for all. */
  readonly address: string
  /** For what does not go through the client: a database, a socket. */
  readonly keys: Keys
  /** Where the vendor is reached, without a slash at the end: a socket’s address has to be there too. */
  readonly api: string
  /** Epoch ms; for pacing alone. */
  readonly now: () => number
}

/** A key as the vendor calls it, for sentences. */
export interface VendorKey extends SourceKeyField {
  readonly name: string
}

/** What a vendor lets one in with, for a while. */
export interface SignedIn {
  readonly headers: Readonly<Record<string, string>>
  /** Where the vendor says that this customer's numbers are; left out: where it was asked. */
  readonly api?: string
  /** Epoch ms; null: as long as the key is taken. */
  readonly until: number | null
}

export interface SignInParts {
  readonly keys: Keys
  readonly address: string
  /** Without a slash at the end. */
  readonly api: string
  readonly send: SendRequest
  /** Epoch ms. */
  readonly now: number
  /** On whose behalf; null: on the key’s own. */
  readonly as: string | null
}

export interface Vendor {
  readonly name: string
  /** Where it is reached for a customer's address, without a slash at the end. Throws `SourceTrouble` for what is no address of it. */
  readonly api: (address: string) => string
  /** What a customer's own address looks like; null where all have the same. */
  readonly address: { readonly example: string } | null
  readonly keys: readonly VendorKey[]
  readonly reads: readonly SourceObject[]
  /** Whether amounts may be for each month: then the floor says what they count as. Left out: no. */
  readonly recurs?: boolean
  /** Whether it can give amounts in its customer’s own currency, by its own rates: then the floor says whether it does. Left out: no. */
  readonly converts?: true
  /** It is asked for the floor’s people by their addresses, so that another person is another past. */
  readonly asksForPeople?: true
  readonly scopes: readonly {
    readonly scope: string
    readonly why: string
    readonly needed: boolean
    /** What it is for, any of these; null or left out: for all. */
    readonly of?: readonly SourceObject[] | null
  }[]
  readonly newKey: string
  readonly giveRights: string
  /** Between two calls, and between two searches, ms. */
  readonly spacingMs: { readonly usual: number; readonly search: number }
  /** Calls, or whatever the vendor counts; of every customer until it says otherwise. */
  readonly callsPerDay: number | null
  /** Between two looks for changes. */
  readonly pollMs: number
  /** Of how many days the ids are compared at night; left out: from the last fiscal quarter on. */
  readonly sweepDays?: number
  /** Rejects with `SourceTrouble`. Asked anew when it is over, and once when the vendor takes it no more. */
  readonly signIn: (parts: SignInParts) => Promise<SignedIn>
  readonly faultIn: (body: unknown) => FaultIn
  /** What its headers say of the day's calls of all that ask it; left out where they say nothing. */
  readonly usageIn?: (headers: VendorReply['headers']) => Usage | null
  /** How long it wants to be left alone, ms, where it says so otherwise than by `Retry-After`. */
  readonly waitIn?: (headers: VendorReply['headers']) => number | null
  readonly create: (parts: ConnectorParts) => Connector
}

export type Vendors = Readonly<Record<SourceVendor, Vendor>>

/** The source that facts of it name. */
export const sourceOf = ({ source, id }: Source): string => source ?? id
