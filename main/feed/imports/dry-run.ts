// Facts that are judged and counted as if they were written, on a copy of what is counted. Nothing of it is kept. What is
// written meanwhile is counted on the copy too, so that at the end only the facts in question make a difference.
import { createEngine } from '../../../shared/domain/counting/engine.ts'
import type { FactFault } from '../../../shared/domain/counting/faults/fact-fault.ts'
import { refuseFact } from '../../../shared/domain/counting/floor-model.ts'
import { isLate } from '../../../shared/domain/facts/late-write.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { createNumbers } from '../../../shared/domain/standing/numbers.ts'
import type { Forecast } from '../../../shared/wire/imports.ts'
import type { Submitted } from '../fold/found-faults.ts'
import { createSourceGuard } from '../fold/guard-sources.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { BodyFault } from '../ingest/body-fault.ts'
import type { TakeFactsParts } from '../ingest/take-facts.ts'
import { factKey } from '../store/entry-key.ts'
import type { Decide, FactWrite, Log, LogEntry, Standing, WriteOutcome } from '../store/log.ts'
import { decodeStored, encodeStored } from '../store/stored-body.ts'
import { ImportRefused } from './import-refused.ts'
import { metricChanges } from './metric-changes.ts'
import { createTextsOnDisk } from './texts-on-disk.ts'

/** That would change: each is counted in memory. A file with more is checked in parts. */
const mostFacts = 2_000_000

export interface DryRun {
  /** Takes facts as the floor does. */
  readonly floor: TakeFactsParts['floor']
  /** What is written in earnest while it runs. */
  note(entries: readonly LogEntry[]): void
  /** `at`: epoch ms, whose windows. Throws `ImportRefused` where the floor was edited since it began. */
  forecast(at: number): Forecast
  /** Gives up what it held. */
  close(): void
}

export interface DryRunParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'current' | 'faultWords' | 'status'>
  readonly log: Pick<Log, 'standing' | 'floor'>
  readonly decide: Decide
  /** On whose disk it may lay what it tries. */
  readonly folder: string
}

const tooMany = (words: string): BodyFault => new BodyFault('too-large', words)

/** Throws `BodyFault` where the disk has no room, or fails. */
const onDisk = <T>(work: () => T): T => {
  try {
    return work()
  } catch {
    throw tooMany(
      'The feed has no room on its disk to check so many facts at once; check a part of the file.',
    )
  }
}

export const startDryRun = ({ floor, log, decide, folder }: DryRunParts): DryRun => {
  const { version } = floor.current()
  const live = floor.numbers()
  const { model } = live
  const engine = createEngine(model, structuredClone(live.engine.snapshot()))
  /** What would stand under keys whose facts would change, as JSON; null: nothing. */
  const changes = createTextsOnDisk(folder)
  let added = 0
  let changed = 0
  const sources = createSourceGuard(() => engine.sources)

  const keep = (key: string, after: StoredFact | null): void => {
    onDisk(() => changes.set(key, after && encodeStored(after)))
    if (changes.size > mostFacts)
      throw tooMany('More facts would change than can be checked at once; check a part of the file.')
  }

  const take = (
    write: FactWrite,
    { stored, withdrawn }: Standing,
  ): { outcome: WriteOutcome; faults: readonly FactFault[] } => {
    const { seq } = floor.status()
    const key = factKey(write.source, write.id)
    const known = onDisk(() => changes.get(key))
    const before = known === undefined ? stored : known === null ? null : decodeStored(known)
    const after = decide(before, write, log.floor, withdrawn)
    if (after === before) {
      const late = isLate(before, withdrawn, write)
      const faults = late || write.fact === null ? [] : engine.faultsOf(write.fact, write.receivedAt)
      return { outcome: { changed: false, seq, ...(late && { late }) }, faults }
    }
    if (after !== null && 'refused' in after)
      return { outcome: { changed: false, seq, refused: after.refused }, faults: [] }
    keep(key, after)
    if (known === undefined && after !== null) {
      if (stored === null) added += 1
      else changed += 1
    }
    const faults = engine.apply(before, after, write.receivedAt)
    return { outcome: { changed: true, seq }, faults }
  }

  /** Keys that are being looked up, without those that are written in earnest meanwhile. */
  const asked = new Set<Set<string>>()
  const standingNow = async (writes: readonly FactWrite[]): Promise<readonly Standing[]> => {
    for (;;) {
      const keys = new Set(writes.map(({ source, id }) => factKey(source, id)))
      const before = keys.size
      asked.add(keys)
      const standing = await log.standing(writes)
      asked.delete(keys)
      if (keys.size === before) return standing
    }
  }

  return {
    floor: {
      refuse: (fact) => refuseFact(model, fact) ?? sources.refuse(fact.source),
      faultWords: floor.faultWords,
      status: floor.status,
      submit: async (writes): Promise<Submitted> => {
        const standing = await standingNow(writes)
        const nothing = { stored: null, withdrawn: null }
        const taken = writes.map((write, index) => take(write, standing[index] ?? nothing))
        return {
          outcomes: taken.map(({ outcome }) => outcome),
          faults: new Map(
            taken.flatMap(({ faults }, index) => (faults.length > 0 ? [[index, faults] as const] : [])),
          ),
        }
      },
    },
    note: (entries) => {
      for (const entry of entries) {
        const fact = entry.kind === 'fact' && (entry.after ?? entry.before)?.fact
        if (entry.kind !== 'fact' || !fact) continue
        const key = factKey(fact.source, fact.id)
        for (const keys of asked) keys.delete(key)
        if (changes.has(key)) continue
        engine.apply(entry.before, entry.after, entry.at)
      }
    },
    forecast: (at) => {
      if (floor.current().version !== version)
        throw new ImportRefused('stale-floor', 'The floor was edited while this was checked; check again.')
      return { added, changed, metrics: metricChanges(floor.numbers(), createNumbers(engine), at) }
    },
    close: changes.close,
  }
}
