// How a wall comes to a new version: it says what it runs, looks when it may, fetches when it is its turn, and starts what it
// has fetched when nobody misses anything. Whatever fails is tried again in the next night.
import type { UpdateTurn, WentBack } from '../../../shared/wire/updates.ts'
import type { Journal } from '../journal.ts'
import type { Night } from './judge-night.ts'

export interface TakeVersionsParts {
  /** Says what runs here, and asks for its turn. Null where the feed does not answer. */
  readonly report: (asks: {
    readonly found: string | null
    readonly begins: boolean
  }) => Promise<UpdateTurn['take'] | null>
  /** The newer version that the channel has; null where it has none. */
  readonly look: () => Promise<string | null>
  /** Puts what `look` found last beside the version that runs, whole and verified. */
  readonly fetch: (version: string) => Promise<void>
  /** Ends this program, so that the version is started in its place. */
  readonly start: (version: string) => Promise<void>
  /** The last version that was left here. */
  readonly wentBack: () => WentBack | null
  readonly isAsleep: () => boolean
  readonly night: Night
  readonly journal: Pick<Journal, 'info' | 'warn'>
}

export interface TakeVersions {
  /** Every minute; resolves when it has done what there was to do. */
  tick(): Promise<void>
  /** Nobody would miss anything now. */
  mayGo(): Promise<void>
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function createTakeVersions(parts: TakeVersionsParts): TakeVersions {
  const { report, look, fetch, start, wentBack, isAsleep, night, journal } = parts
  /** As the channel was seen last. */
  let found: string | null = null
  /** Fetched, and not started yet. */
  let ready: string | null = null
  let isBusy = false

  const fetchIfMay = async (): Promise<void> => {
    found = await look()
    night.looked()
    if (found === null || found === ready) return
    if (found === wentBack()?.version) return
    const take = await report({ found, begins: true })
    if (take === null || take === 'no') return
    journal.info('a new version is fetched', { version: found })
    await fetch(found)
    ready = found
    journal.info('a new version is ready', { version: found })
  }

  const tick = async (): Promise<void> => {
    const take = await report({ found, begins: false })
    if (ready !== null || (take !== 'now' && !night.isTime(isAsleep()))) return
    await fetchIfMay()
  }

  const go = async (): Promise<void> => {
    if (ready === null) return
    const version = ready
    // Another screen may have left it meanwhile.
    const take = await report({ found: version, begins: true })
    if (take === null) return
    ready = null
    if (take !== 'no') await start(version)
  }

  /** One thing after another: what comes in between is done the next time. */
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return
    isBusy = true
    try {
      await work()
    } catch (error) {
      night.looked()
      journal.warn('no new version could be taken', { error: wordsOf(error) })
    } finally {
      isBusy = false
    }
  }

  return { tick: () => once(tick), mayGo: () => once(go) }
}
