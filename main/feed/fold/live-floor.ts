// The floor as the rest of the feed sees it: facts and edits go in, numbers and views come out.
import type { FactFault } from '../../../shared/domain/counting/faults/fact-fault.ts'
import type { FaultWords } from '../../../shared/domain/counting/faults/fault-words.ts'
import type { Fact } from '../../../shared/wire/fact.ts'
import type { FaultsAnswer } from '../../../shared/wire/faults.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import type { MetricAnswer } from '../../../shared/wire/query.ts'
import type { StageMessage } from '../../../shared/wire/socket.ts'
import type { BoardView } from '../../../shared/wire/view.ts'
import type { WindowSpec } from '../../../shared/wire/window.ts'
import type { By, FactWrite, WriteOutcome } from '../store/log.ts'
import type { BoardDesk } from './board-desk.ts'

/** One of the closed codes of the API, and a sentence that a person can act on. */
export interface Refusal {
  readonly code:
    | 'unknown-metric'
    | 'unknown-board'
    | 'broken-board'
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
  /** Since when (epoch ms) and why nothing can be written; null once a write went through again. */
  readonly refusing: { readonly since: number; readonly reason: string } | null
}

/** An edit that holds together and yet cannot be taken: it would lose what stands. The message is a sentence. */
export class FloorRefused extends Error {
  override readonly name = 'FloorRefused'
}

export interface LiveFloor {
  /** A sentence when the floor cannot take this fact (a currency without a rate), else null. */
  refuse(fact: Fact): string | null
  submit(writes: readonly FactWrite[]): Promise<readonly WriteOutcome[]>
  /** What a fact that is accepted has wrong with it, so that it counts nowhere or not where it should. */
  faultsOf(fact: Fact, receivedAt: number): readonly FactFault[]
  faultWords(fault: FactFault): FaultWords
  /** The faults of all facts that stand. */
  faults(): FaultsAnswer
  queryMetric(query: MetricQuery): MetricAnswer | Refusal
  /** `known`: the boards that whoever asks may see; left out, all of the floor's. */
  boardView(id: string, known?: readonly { readonly id: string }[]): BoardView | Refusal
  current(): CurrentFloor
  /**
   * Rejects with `StaleFloor` when `expectedVersion` is not the current one, with `FloorRefused` when it would lose what
   * stands, with `UnreadableFloor` when it is no floor file; nothing is changed then.
   */
  replace(text: string, expectedVersion: number | null, by: By): Promise<CurrentFloor>
  status(): FloorStatus
  /** The boards that TVs watch. */
  readonly desk: BoardDesk
  /** What a screen needs to turn on its own; `build` names the renderer that the feed serves. */
  stage(screen: string | null, build: string): StageMessage
  /** The floor was edited, or a local day began: stages are to be sent anew. */
  onStageChange(listener: () => void): void
  close(): Promise<void>
}
