// The floor as the rest of the feed sees it: facts and edits go in, numbers and views come out.

import type { FactFault } from '../../../shared/domain/counting/faults/fact-fault.ts'
import type { FaultWords } from '../../../shared/domain/counting/faults/fault-words.ts'
import type { LostName } from '../../../shared/domain/people/lost-names.ts'
import type { Previewed } from '../../../shared/domain/screens/preview-stage.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { WorkingTime } from '../../../shared/domain/time/working-time.ts'
import type { Zone } from '../../../shared/domain/time/zone.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { FaultsAnswer } from '../../../shared/wire/faults.ts'
import type { Board, FloorFile } from '../../../shared/wire/floor.ts'
import type { MovedAnswer } from '../../../shared/wire/moved.ts'
import type { OwnNumbersAnswer } from '../../../shared/wire/own-numbers.ts'
import type { MetricAnswer } from '../../../shared/wire/query.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'
import type { StopListening } from '../add-listener.ts'
import type { DamagedEntry } from '../store/damage.ts'
import type { By, FactWrite } from '../store/log.ts'
import type { SetAside } from '../store/set-aside.ts'
import type { BoardDesk } from './board-desk.ts'
import type { Submitted } from './found-faults.ts'

/** One of the closed codes of the API, and a sentence that a person can act on. */
export interface Refusal {
  readonly code:
    | 'unknown-metric'
    | 'unknown-board'
    | 'broken-board'
    | 'unknown-figure'
    | 'unknown-filter'
    | 'bad-window'
    | 'bad-query'
  readonly message: string
}

export interface MetricQuery {
  readonly metric: string
  /** Null: the metric's own, else this quarter. */
  readonly window: WindowSpec | null
  /** `rep`, `team`, `org`, or a field that the floor breaks numbers down by. */
  readonly by: string
  /** Epoch ms: whose windows. */
  readonly at: number
  /** Only people of this team (and the teams below) or this role. */
  readonly team: string | null
  readonly role: string | null
}

export interface FloorNow {
  readonly file: FloorFile
  /** The floor's own. */
  readonly zone: Zone
  readonly workingTime: WorkingTime
}

export interface CurrentFloor {
  readonly version: number
  readonly text: string
  readonly file: FloorFile
}

export interface FloorStatus {
  readonly facts: number
  readonly seq: number
  /** Credits to people whom the floor file does not know, by the name the source used; the 100 most frequent. */
  readonly unassigned: readonly { readonly rep: string; readonly facts: number }[]
  /** Since when (epoch ms) and why nothing can be written; null once that is so again. */
  readonly refusing: { readonly since: number; readonly reason: string } | null
  /** Entries of the log that are damaged: they count nowhere. The figures have a gap where one was not sent again. */
  readonly damaged: readonly DamagedEntry[]
  /** What could not be used and lies in folders of its own. */
  readonly setAside: readonly SetAside[]
  /** How far the log is checked in the background, by the numbers of its entries. */
  readonly checked: { readonly checked: number; readonly of: number }
}

export interface UnassignedName {
  /** As the source writes it. */
  readonly rep: string
  readonly facts: number
  /** Goes on after the name: how it differs from one that the floor knows. */
  readonly hint?: string
}

/** An edit that holds together and yet cannot be taken: it would lose what stands. The message is a sentence. */
export class FloorRefused extends Error {
  override readonly name = 'FloorRefused'
}

/** An edit that would send facts of known people to the unassigned, and that nobody has confirmed. */
export class FloorLosesNames extends Error {
  override readonly name = 'FloorLosesNames'
  /** Most facts first. */
  readonly lost: readonly LostName[]
  /** Of the floor that the edit was held against. */
  readonly version: number

  constructor(lost: readonly LostName[], version: number) {
    super('facts of known people would be unassigned')
    this.lost = lost
    this.version = version
  }
}

export interface LiveFloor {
  /** A sentence when the floor cannot take this fact (a currency without a rate), else null. */
  refuse(fact: Fact): string | null
  submit(writes: readonly FactWrite[]): Promise<Submitted>
  faultWords(fault: FactFault): FaultWords
  /** The faults of all facts that stand. */
  faults(): FaultsAnswer
  queryMetric(query: MetricQuery): MetricAnswer | Refusal
  /** What a person of the floor sees of themselves; null: the account is nobody of it. */
  ownNumbers(person: string | null): OwnNumbersAnswer
  /** What has moved on the walls since the floor's day began. */
  moved(): MovedAnswer
  /** `known`: the boards that whoever asks may see; left out, all of the floor's. */
  boardView(id: string, known?: readonly { readonly id: string }[]): BoardView | Refusal
  current(): CurrentFloor
  /** What stood two days ago and all that came since, oldest first: when (epoch ms), and the file as far as it can be read. */
  recentFiles(): Promise<readonly { readonly at: number; readonly file: FloorFile }[]>
  /** Of the floor that stands, on all that is counted. */
  numbers(): Numbers
  /** Its file with what its hours and offices come to. */
  model(): FloorNow
  /**
   * Rejects with `StaleFloor` when `expectedVersion` is not the current one, with `FloorRefused` when it would lose what
   * stands, with `FloorLosesNames` when facts would be unassigned and that is not confirmed, with `UnreadableFloor` when it
   * is no floor file; nothing is changed then.
   */
  replace(text: string, expectedVersion: number | null, by: By, isConfirmed?: boolean): Promise<CurrentFloor>
  status(): FloorStatus
  /** Whether a source is still sending its past: as long as it is, boards claim nothing. */
  noteHistory(isComing: boolean): void
  isHistoryComing(): boolean
  /** Those of the status, with hints. */
  unassigned(): readonly UnassignedName[]
  /** The boards that TVs watch. */
  readonly desk: BoardDesk
  /** What a screen needs to turn on its own; `build` names the renderer that the feed serves. */
  stage(screen: string | null, build: string): StageMessage
  /** Of one playlist or board, for whoever looks; null where there is none that `audiences` may see. */
  previewStage(previewed: Previewed, sees: (board: Board) => boolean, build: string): StageMessage | null
  /** The floor was edited, or a local day began: stages are to be sent anew. */
  onStageChange(listener: () => void): StopListening
  close(): Promise<void>
}
