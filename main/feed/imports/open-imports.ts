// Imports under way, in memory: a feed that is started anew knows of them only what the log says.
import type { ImportRequest } from '../../../shared/wire/imports.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { BodyFault } from '../ingest/body-fault.ts'
import type { TakeFactsParts } from '../ingest/take-facts.ts'
import type { By, FactWrite, Log } from '../store/log.ts'
import type { DryRun } from './dry-run.ts'
import { ImportRefused } from './import-refused.ts'

/** Whoever says nothing for so long has gone. */
const idleMs = 15 * 60_000
/** Each holds a copy of all that is counted. */
const mostChecks = 2
const mostOpen = 100
/** Ids take memory; a larger file is imported without withdrawing what it lacks. */
const mostSeen = 1_000_000

export interface OpenImport {
  readonly request: ImportRequest
  /** Who began it. */
  readonly by: By
  /** Null: it is in earnest. */
  readonly dryRun: DryRun | null
  readonly floor: TakeFactsParts['floor']
  /** Ids that it named, where what it does not name goes. */
  readonly seen: ReadonlySet<string>
  /** Facts that it added; counted only where what it does not name goes. */
  added(): number
  /** Facts that it added or changed. */
  accepted(): number
}

export interface BegunNow extends Pick<OpenImport, 'request' | 'by'> {
  /** Starts one; null: it is in earnest. */
  readonly dryRun: (() => DryRun) | null
}

export interface OpenImports {
  /** Throws `ImportRefused` where too many are under way. */
  add(id: string, begun: BegunNow): void
  find(id: string): OpenImport | null
  remove(id: string): void
  dryRuns(): readonly DryRun[]
}

export interface OpenImportsParts {
  readonly floor: TakeFactsParts['floor']
  readonly log: Pick<Log, 'standing'>
  readonly clock: Clock
}

const createOpenImport = (
  { floor, log }: OpenImportsParts,
  { request, by, dryRun: start }: BegunNow,
): OpenImport => {
  const dryRun = start === null ? null : start()
  const seen = new Set<string>()
  let added = 0
  let accepted = 0
  const { refuse, faultWords, status, submit: pass } = dryRun?.floor ?? floor

  const note = (writes: readonly FactWrite[]): void => {
    for (const { id } of writes) seen.add(id)
    if (seen.size > mostSeen)
      throw new BodyFault(
        'too-large',
        `A file of more than ${mostSeen} rows cannot replace what stands; import it without that.`,
      )
  }
  const submit: LiveFloor['submit'] = async (writes) => {
    if (request.replace) note(writes)
    const isNew = request.replace ? (await log.standing(writes)).map(({ stored }) => stored === null) : []
    const submitted = await pass(writes)
    for (const [index, { changed }] of submitted.outcomes.entries()) {
      if (!changed) continue
      accepted += 1
      if (isNew[index]) added += 1
    }
    return submitted
  }
  return {
    request,
    by,
    dryRun,
    floor: { refuse, faultWords, status, submit },
    seen,
    added: () => added,
    accepted: () => accepted,
  }
}

export const createOpenImports = (parts: OpenImportsParts): OpenImports => {
  const { clock } = parts
  const open = new Map<string, { readonly known: OpenImport; lastAt: number }>()

  const remove = (id: string): void => {
    open.get(id)?.known.dryRun?.close()
    open.delete(id)
  }
  const dropIdle = (): void => {
    const now = clock.now()
    for (const [id, { lastAt }] of open) if (now - lastAt > idleMs) remove(id)
  }
  const dryRuns = (): readonly DryRun[] => [...open.values()].flatMap(({ known }) => known.dryRun ?? [])

  return {
    add: (id, begun) => {
      dropIdle()
      if (open.size >= mostOpen || (begun.dryRun !== null && dryRuns().length >= mostChecks))
        throw new ImportRefused('too-busy', 'Others are being checked at the moment; try again in a minute.')
      open.set(id, { known: createOpenImport(parts, begun), lastAt: clock.now() })
    },
    find: (id) => {
      dropIdle()
      const found = open.get(id)
      if (found === undefined) return null
      found.lastAt = clock.now()
      return found.known
    },
    remove,
    dryRuns,
  }
}
