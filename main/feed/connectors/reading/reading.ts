// What the steps of reading a source share.
import type { Zone } from '../../../../shared/domain/time/zone.ts'
import type { Source } from '../../../../shared/wire/source.ts'
import type { SourceQuestion } from '../../../../shared/wire/sources.ts'
import type { LiveFloor } from '../../fold/live-floor.ts'
import type { By, Log } from '../../store/log.ts'
import type { Turns } from '../../turns.ts'
import type { Vendor } from '../connector.ts'
import type { SourceTrouble } from '../source-trouble.ts'
import type { ChangedMonths } from '../take-changes.ts'
import type { Gathered } from './gather.ts'
import type { KeptPlace } from './kept-place.ts'

export interface Reading {
  readonly settings: Source
  /** The source that its facts name. */
  readonly source: string
  readonly vendor: Vendor
  readonly zone: Zone
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'numbers'>
  readonly log: Pick<Log, 'standing' | 'factsOf'>
  readonly turns: Turns
  readonly place: KeptPlace
  /** Where a person has said that what was held back is meant. */
  readonly allowed: { step: 'live' | 'sweep' | null }
  /** Epoch ms. */
  now(): number
  /** The day by the source's clock. */
  today(): string
  /** Nothing that is still to come counts. */
  isClosed(): boolean
  /** As `ChangeTaker` takes them; what became of them is noted. Resolves with a question where nothing of it was taken. */
  take(
    changes: Gathered,
    by: By,
    changed: ChangedMonths | null,
    isNow?: boolean,
  ): Promise<SourceQuestion | null>
  /** A right that is missing for some of it. */
  noteLacks(lacks: SourceTrouble | null): void
  clearTrouble(): void
}

/** Of one question for rows by their ids. */
export const idsAtOnce = 100
