// The facts that somebody can be paid for as a help. They are read from the log once a spiff asks for them, and followed from then
// on; what they come to is worked out on the floor that stands.
import type { FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { couldHelp, createHelpsIn, type Help } from '../../../shared/domain/spiffs/helps.ts'
import type { Log } from '../store/log.ts'
import type { Turns } from '../turns.ts'

export interface HelpBook {
  /** All that stand, on a floor; the same list while nothing changed. */
  helps(model: FloorModel, sources: readonly string[]): Promise<readonly Help[]>
}

interface HelpBookParts {
  readonly log: Pick<Log, 'factsOf' | 'onCommit'>
  readonly turns: Turns
}

const keyOf = ({ source, id }: { readonly source: string; readonly id: string }): string =>
  JSON.stringify([source, id])

export const createHelpBook = ({ log, turns }: HelpBookParts): HelpBook => {
  const kept = new Map<string, StoredFact>()
  /** Keys that were written since reading began: what the log’s pages say of them is older. */
  let written: Set<string> | null = null
  let reading: Promise<void> | null = null
  let version = 0
  let made: { readonly of: FloorModel; readonly version: number; readonly helps: readonly Help[] } | null =
    null

  const put = (stored: StoredFact): void => {
    // Nothing is paid for a history.
    if (couldHelp(stored.fact)) kept.set(keyOf(stored.fact), { ...stored, history: [] })
  }

  log.onCommit((entries) => {
    if (reading === null) return
    for (const entry of entries) {
      if (entry.kind !== 'fact') continue
      const { before, after } = entry
      const fact = (after ?? before)?.fact
      if (fact === undefined) continue
      if (written === null && !couldHelp(fact) && (before === null || !couldHelp(before.fact))) continue
      const key = keyOf(fact)
      written?.add(key)
      kept.delete(key)
      if (after !== null) put(after)
      version += 1
    }
  })

  const read = async (sources: readonly string[]): Promise<void> => {
    written = new Set()
    for (const source of sources)
      for await (const page of log.factsOf(source))
        for (const stored of page) {
          if (couldHelp(stored.fact) && !written.has(keyOf(stored.fact))) put(stored)
          if (turns.due()) await turns.next()
        }
    written = null
    version += 1
  }

  const readOnce = (sources: readonly string[]): Promise<void> => {
    reading ??= read(sources).catch((error: unknown) => {
      // Whoever asks next reads anew.
      reading = null
      written = null
      kept.clear()
      throw error
    })
    return reading
  }

  return {
    helps: async (model, sources) => {
      await readOnce(sources)
      if (made?.of === model && made.version === version) return made.helps
      const helpsIn = createHelpsIn(model)
      const helps = [...kept.values()].flatMap(helpsIn)
      made = { of: model, version, helps }
      return helps
    },
  }
}
