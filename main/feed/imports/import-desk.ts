// Imports and withdrawals of many facts: each is begun, may be a check that keeps nothing, and can be undone.
import {
  type Forecast,
  type ImportEnded,
  type ImportListing,
  type ImportRequest,
  type ImportUndone,
  needsConsent,
  type WithdrawalAnswer,
  type WithdrawalRequest,
} from '../../../shared/wire/imports.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { createPace } from '../ingest/pace.ts'
import type { TakeFactsParts } from '../ingest/take-facts.ts'
import type { By, Decide, Log } from '../store/log.ts'
import { byOfImport, byOfUndo } from '../store/source-by.ts'
import type { Turns } from '../turns.ts'
import { type DryRun, startDryRun } from './dry-run.ts'
import { type BegunImport, createImportRecords, type ImportBegin } from './import-records.ts'
import { ImportRefused, WithdrawalUnconfirmed } from './import-refused.ts'
import { createOpenImports } from './open-imports.ts'
import { sinceInstant } from './since-instant.ts'
import { countEntries, undoImport } from './undo-import.ts'
import { type Choice, countChosen, withdrawChosen } from './withdraw-facts.ts'

/** Where the facts of an import go. */
export interface FactsTarget {
  readonly floor: TakeFactsParts['floor']
  readonly by: By
  /** Whether they are kept. */
  readonly kept: boolean
}

/** `by`: who asks. Whoever began an import goes on with it. */
export interface ImportDesk {
  /** Rejects with `ImportRefused` where too many are under way. */
  begin(request: ImportRequest, by: By): Promise<string>
  /** Rejects with `ImportRefused`. */
  target(id: string, by: By): Promise<FactsTarget>
  /** Rejects with `ImportRefused`, or `WithdrawalUnconfirmed`: then it can be ended again. */
  end(
    id: string,
    asked: {
      readonly replaces: boolean
      readonly keep: readonly string[]
      readonly confirmed: boolean
    },
    by: By,
  ): Promise<ImportEnded>
  /** Rejects with `WithdrawalUnconfirmed`, or `ImportRefused`. */
  withdraw(request: WithdrawalRequest, by: By): Promise<WithdrawalAnswer>
  list(): Promise<readonly ImportListing[]>
  /** Rejects with `ImportRefused`. */
  undo(id: string, check: boolean, by: By): Promise<ImportUndone>
}

export interface ImportDeskParts {
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'faultWords' | 'status' | 'numbers' | 'current'>
  readonly log: Log
  readonly decide: Decide
  readonly clock: Clock
  readonly turns: Turns
  /** The data folder, on whose disk a check may lay what it tries. */
  readonly folder: string
  /** Eight hexadecimal digits, by chance. */
  readonly newId: () => string
}

const mostListed = 100

const unknownImport = (id: string): ImportRefused =>
  new ImportRefused('unknown-import', `There is no import ${id} that can go on; begin it again.`)

export const createImportDesk = (parts: ImportDeskParts): ImportDesk => {
  const { floor, log, decide, clock, turns, folder, newId } = parts
  const records = createImportRecords(log)
  const pace = createPace()
  const open = createOpenImports({ floor, log, clock })
  const dryRun = (): DryRun => startDryRun({ floor, log, decide, folder })
  /** Dry runs of one request. */
  const running = new Set<DryRun>()
  log.onCommit((entries) => {
    for (const run of [...open.dryRuns(), ...running]) run.note(entries)
  })

  /** On a copy of what is counted, which is given up afterwards. */
  const onCopy = async <T>(
    work: (submit: LiveFloor['submit']) => Promise<T>,
  ): Promise<{ readonly done: T; readonly forecast: Forecast }> => {
    const run = dryRun()
    running.add(run)
    try {
      const done = await work(run.floor.submit)
      return { done, forecast: run.forecast(clock.now()) }
    } finally {
      running.delete(run)
      run.close()
    }
  }

  const begin = async (id: string, begun: ImportBegin, by: By): Promise<void> =>
    records.begin(id, begun, by, clock.now())

  const withdraw = (choice: Choice, submit: LiveFloor['submit'], by: By): Promise<number> =>
    withdrawChosen({ log, turns, pace, submit }, choice, { by, at: clock.now() })

  /** An import of the log that is not ended, though the feed was started anew meanwhile. */
  const goesOn = async (id: string, by: By): Promise<BegunImport | null> => {
    const begun = await records.find(id)
    return begun?.by === by && (await records.lastSeqOf(id)) === null ? begun : null
  }
  /** Nothing is known of it but what the log says, so that nothing can be withdrawn as missing. */
  const endLate = async (id: string, replaces: boolean, by: By): Promise<ImportEnded> => {
    const begun = await goesOn(id, by)
    if (begun === null) throw unknownImport(id)
    if (begun.replace && replaces)
      throw new ImportRefused(
        'unknown-import',
        'Nothing was withdrawn: the feed was started anew meanwhile, or waited too long, and no longer knows what the file has. Import it again.',
      )
    const range = { after: begun.seq, upTo: log.lastSeq, by: byOfImport(id) }
    const accepted = await countEntries({ log, turns }, range)
    await records.end(id, { accepted, withdrawn: 0 }, by, clock.now())
    return { withdrawal: { facts: 0, of: 0 }, forecast: null }
  }

  return {
    begin: async (request, by) => {
      const id = newId()
      const { source, name, check, replace } = request
      open.add(id, { request, by, dryRun: check ? dryRun : null })
      if (!check) await begin(id, { what: 'import', source, name, replace }, by)
      return id
    },
    target: async (id, by) => {
      const known = open.find(id)
      if (known?.by === by) return { floor: known.floor, by: byOfImport(id), kept: known.dryRun === null }
      if (known !== null || (await goesOn(id, by)) === null) throw unknownImport(id)
      return { floor, by: byOfImport(id), kept: true }
    },
    end: async (id, { replaces, keep, confirmed }, by) => {
      const known = open.find(id)
      if (known === null) return endLate(id, replaces, by)
      if (known.by !== by) throw unknownImport(id)
      const { request, seen, added, accepted, dryRun } = known
      const { source, type } = request
      const replace = request.replace && replaces
      const kept = new Set(keep)
      const choice: Choice = {
        source,
        among: ({ fact }) => fact.type === type,
        goes: ({ fact }) => !seen.has(fact.id) && !kept.has(fact.id),
      }
      const found = replace ? await countChosen({ log, turns }, choice) : { facts: 0, of: 0 }
      // What the import itself brought does not make what goes any less.
      const withdrawal = { facts: found.facts, of: found.of - (dryRun === null ? added() : 0) }
      if (dryRun !== null) {
        if (replace) await withdraw(choice, dryRun.floor.submit, byOfImport(id))
        try {
          return { withdrawal, forecast: dryRun.forecast(clock.now()) }
        } finally {
          // Also where the floor was edited meanwhile: such a check cannot go on.
          open.remove(id)
        }
      }
      if (needsConsent(withdrawal) && !confirmed) throw new WithdrawalUnconfirmed(withdrawal)
      const withdrawn = withdrawal.facts > 0 ? await withdraw(choice, floor.submit, byOfImport(id)) : 0
      await records.end(id, { accepted: accepted(), withdrawn }, by, clock.now())
      open.remove(id)
      return { withdrawal: { ...withdrawal, facts: withdrawn }, forecast: null }
    },
    withdraw: async ({ source, type, since, check, confirmed }, by) => {
      const from = since === undefined ? null : sinceInstant(since, floor.numbers().model.roster.floorZone)
      const choice: Choice = {
        source,
        among: ({ fact }) => type === undefined || fact.type === type,
        goes: ({ receivedAt }) => from === null || receivedAt >= from,
      }
      const withdrawal = await countChosen({ log, turns }, choice)
      if (check) {
        const { forecast } = await onCopy((submit) => withdraw(choice, submit, by))
        return { id: null, withdrawal, forecast }
      }
      if (withdrawal.facts === 0) return { id: null, withdrawal, forecast: null }
      if (needsConsent(withdrawal) && !confirmed) throw new WithdrawalUnconfirmed(withdrawal)
      const id = newId()
      await begin(id, { what: 'withdrawal', source, name: since ?? '', replace: false }, by)
      const facts = await withdraw(choice, floor.submit, byOfImport(id))
      await records.end(id, { accepted: 0, withdrawn: facts }, by, clock.now())
      return { id, withdrawal: { ...withdrawal, facts }, forecast: null }
    },
    list: () => records.list(mostListed),
    undo: async (id, check, by) => {
      const begun = await records.find(id)
      if (begun === null) throw new ImportRefused('unknown-import', `There was no import ${id}.`)
      const undoneAt = await records.undoneAt(id)
      if (undoneAt !== null)
        throw new ImportRefused(
          'already-undone',
          `Import ${id} was undone already, at ${new Date(undoneAt).toISOString()}.`,
        )
      const upTo = (await records.lastSeqOf(id)) ?? log.lastSeq
      const range = { after: begun.seq, upTo, by: byOfImport(id) }
      const undo = (submit: LiveFloor['submit']) =>
        undoImport({ log, turns, pace, submit }, range, { by: byOfUndo(id), at: clock.now() })
      if (check) {
        const { done, forecast } = await onCopy(undo)
        return { ...done, forecast }
      }
      // Nothing more of it comes in from now on.
      open.remove(id)
      const done = await undo(floor.submit)
      await records.noteUndone(id, by, clock.now())
      return { ...done, forecast: null }
    },
  }
}
