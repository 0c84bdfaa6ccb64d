// How far a source was read, kept between two starts. It belongs to one log and to what its facts are made by: on another log, and
// with other settings, the past is read again.
import type { Source } from '../../../../shared/wire/source.ts'
import type { ConnectorStore } from '../../store/connector-store.ts'
import type { Log } from '../../store/log.ts'
import { pastWindows, readMemory, type SourceMemory } from '../source-state.ts'

export interface KeptPlaceParts {
  readonly settings: Pick<Source, 'id' | 'months'>
  /** What its facts are made by. */
  readonly madeBy: string
  readonly store: ConnectorStore
  readonly log: Pick<Log, 'identity' | 'lastSeq'>
  /** Epoch ms. */
  readonly now: () => number
  /** The day by the source's clock. */
  readonly today: () => string
}

export interface KeptPlace {
  readonly memory: SourceMemory
  /** What was read is durable before its place is kept, so that whatever ends it, it reads something twice and nothing never. */
  keep(change: Partial<SourceMemory>): void
  /** Kept with whatever is kept next. */
  note(change: Partial<SourceMemory>): void
  /**
   * The change that begins the past anew. `since`: epoch ms, of one that a person asks for; null: all of it, and what changes
   * meanwhile is no news.
   */
  pastFrom(since: number | null): Partial<SourceMemory>
  /** Whether what changes now is no news. */
  isSilent(): boolean
}

export const openKeptPlace = (parts: KeptPlaceParts): KeptPlace => {
  const { settings, madeBy, store, log, now, today } = parts
  let memory = readMemory(store.get(settings.id), madeBy)

  const beginPast = (isFirst: boolean, since: number | null): Partial<SourceMemory> => {
    const windows = pastWindows(now(), settings.months, since)
    return {
      past: {
        windows,
        at: 0,
        cursor: null,
        isFirst: isFirst || memory.past?.isFirst === true,
        isQuiet: since === null || memory.past?.isQuiet === true,
      },
      // What is gone at the vendor is looked for once all that is there was read.
      sweep: isFirst ? memory.sweep : { windows, from: now() },
    }
  }

  /** A log that was put back, or is another one, lacks what these cursors have passed. */
  const isOfThisLog = ({ log: known }: SourceMemory): boolean =>
    known === null || (known.identity === log.identity && known.seq <= log.lastSeq)

  if (!isOfThisLog(memory))
    memory = { ...memory, ...beginPast(false, null), madeBy, live: null, question: null }
  else if (memory.madeBy !== madeBy) memory = { ...memory, ...beginPast(false, null), madeBy }
  else if (memory.log === null)
    memory = { ...memory, ...beginPast(true, null), sweptOn: today(), comparedOn: today() }

  return {
    get memory() {
      return memory
    },
    keep: (change) => {
      memory = { ...memory, ...change, log: { identity: log.identity, seq: log.lastSeq } }
      store.save(settings.id, JSON.stringify(memory))
    },
    note: (change) => {
      memory = { ...memory, ...change }
    },
    pastFrom: (since) => beginPast(false, since),
    isSilent: () => memory.past?.isQuiet === true,
  }
}
