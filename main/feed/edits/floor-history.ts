// The versions of the floor: what each changed, who made it, and whether it can be undone.

import { floorChanges } from '../../../shared/domain/edits/history/floor-changes.ts'
import { nameInList } from '../../../shared/domain/edits/history/list-keys.ts'
import {
  isTouchingSame,
  type Touch,
  touchesOf,
  undoneChanges,
  wholePart,
} from '../../../shared/domain/edits/history/undo-changes.ts'
import { mentionsOf } from '../../../shared/domain/edits/mentions.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import {
  type ChangedBy,
  EditableList,
  type FloorChange,
  type FloorVersion,
} from '../../../shared/wire/floor-edits.ts'
import { printFlow } from '../floor-file/rewrite/print-value.ts'
import type { CurrentFloor } from '../fold/live-floor.ts'
import type { By, FloorEntry, Log } from '../store/log.ts'
import { inTurns, type Turns } from '../turns.ts'
import { changedPartsInSteps } from './changed-parts.ts'

export type NameOfBy = (by: By) => ChangedBy | Promise<ChangedBy>

export interface FloorHistoryParts {
  readonly floorsBefore: Log['floorsBefore']
  readonly current: () => CurrentFloor
  readonly nameOfBy: NameOfBy
  readonly turns: Turns
}

export interface FloorHistory {
  /** Newest first; `before` null begins with the floor that stands. */
  page(before: number | null): Promise<{ readonly versions: FloorVersion[]; readonly more: boolean }>
  /** Those after a version, newest first; the first page of them. */
  since(version: number): Promise<FloorVersion[]>
  /** Null where there is no such version. */
  entry(version: number): Promise<FloorEntry | null>
  /** The one before it; null for the first. */
  entryBefore(version: number): Promise<FloorEntry | null>
  /** Why a version cannot be undone, in a sentence; null where it can, as far as other versions go. */
  refuseUndo(version: number): Promise<string | null>
  /**
   * When (epoch ms) something was last touched that is asked for: the newest version since `since` that did so, else the
   * newest one before that, which is the least that can be said. Null where the floor itself is younger than `since`.
   */
  lastTouch(since: number, isMeant: (touch: Touch) => boolean): Promise<number | null>
  /** What two texts say otherwise. */
  changes(before: string, after: string): Promise<readonly FloorChange[]>
}

/** Versions on a page, and how far back one can be undone. */
export const pageVersions = 50
/** Differences that are kept: those of the pages that people look at. */
const mostKept = 500
/** Entries that a version added and of which it is looked up whether others use them. */
const mostLookedUp = 20

const manner = { json: false, indentSeq: true, lineBreak: '\n' }
const write = (value: unknown): string => printFlow(value, undefined, manner)

const listOfField: Readonly<Record<string, EditableList>> = {
  board: 'boards',
  team: 'teams',
  playlist: 'playlists',
  metric: 'metrics',
  role: 'roles',
}

const nameIn = (file: FloorFile, list: EditableList, id: string): string => {
  const entry: unknown = file[list].find((each) => each.id === id)
  return entry === undefined ? id : nameInList(list, entry)
}

interface Difference {
  readonly changes: readonly FloorChange[]
  readonly touches: readonly Touch[]
}

export const createFloorHistory = ({
  floorsBefore,
  current,
  nameOfBy,
  turns,
}: FloorHistoryParts): FloorHistory => {
  const kept = new Map<number, Promise<Difference>>()

  const words = {
    write,
    nameOf: (field: string, id: string): string => {
      const list = listOfField[field]
      return list === undefined ? id : nameIn(current().file, list, id)
    },
  }

  const differenceOf = async (before: string, after: string): Promise<Difference> => {
    const parts = await inTurns(changedPartsInSteps(before, after), turns)
    return {
      changes: floorChanges(parts.before, parts.after, words),
      touches: touchesOf(parts.before, parts.after, nameInList),
    }
  }
  const keptDifference = (entry: FloorEntry, before: FloorEntry | undefined): Promise<Difference> => {
    const known = kept.get(entry.seq)
    if (known !== undefined) return known
    const found =
      before === undefined
        ? Promise.resolve({ changes: [], touches: [] })
        : differenceOf(before.text, entry.text)
    kept.set(entry.seq, found)
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    found.catch(() => kept.delete(entry.seq))
    return found
  }

  /** An entry that a version added and that others name by now. */
  const usedSince = (touches: readonly Touch[], changes: readonly FloorChange[]): string | null => {
    const { file } = current()
    const added = changes.filter(({ what }) => what === 'added').slice(0, mostLookedUp)
    for (const { list, id, name } of added) {
      const known = EditableList.safeParse(list)
      if (!known.success || id === null || touches.every(({ part }) => part !== wholePart)) continue
      const [use] = mentionsOf(file, known.data, id)
      const user: unknown =
        use && typeof use[1] === 'number' ? Object(file)[String(use[0])]?.[use[1]] : undefined
      if (use !== undefined) return `"${name}" is used by "${nameInList(String(use[0]), user)}" by now.`
    }
    return null
  }

  interface Read {
    readonly entry: FloorEntry
    readonly difference: Difference
    readonly by: ChangedBy
  }

  const refusal = (version: Read, newer: readonly Read[], isFirst: boolean): string | null => {
    if (isFirst) return 'There is nothing before the first version.'
    if (newer.length === 0) return null
    const { touches, changes } = version.difference
    if (touches.length === 0)
      return 'It changed no more than comments or order, and the file was changed since.'
    for (const { difference, by, entry } of newer) {
      const same = difference.touches.find((touch) => touches.some((own) => isTouchingSame(own, touch)))
      if (same === undefined) continue
      const what = same.list === 'floor' ? `The floor’s ${same.part}` : `"${same.name}"`
      return `${what} was changed again by ${by.name} (version ${entry.seq}).`
    }
    return usedSince(touches, changes)
  }

  const read = async (
    before: number | null,
  ): Promise<{ versions: readonly Read[]; more: boolean; whole: boolean }> => {
    const entries: readonly FloorEntry[] = await floorsBefore(before, pageVersions + 1)
    const shown = entries.slice(0, pageVersions)
    const versions = await Promise.all(
      shown.map(
        async (entry, index): Promise<Read> => ({
          entry,
          difference: await keptDifference(entry, entries[index + 1]),
          by: await nameOfBy(entry.by),
        }),
      ),
    )
    return { versions, more: entries.length > pageVersions, whole: entries.length <= pageVersions }
  }

  const tooOld = `Only the last ${pageVersions} changes can be undone; the text of every version can still be read and applied.`

  const refusalAt = (versions: readonly Read[], index: number, whole: boolean): string | null => {
    const version = versions[index]
    if (version === undefined) return tooOld
    return refusal(version, versions.slice(0, index), whole && index === versions.length - 1)
  }

  const page: FloorHistory['page'] = async (before) => {
    const isNewest = before === null || before > current().version
    const { versions, more, whole } = await read(isNewest ? null : before)
    return {
      more,
      versions: versions.map(({ entry, difference, by }, index): FloorVersion => {
        const refused = isNewest ? refusalAt(versions, index, whole) : tooOld
        const isFirst = whole && index === versions.length - 1
        return {
          version: entry.seq,
          at: entry.at,
          by,
          changes: [...difference.changes],
          textOnly: difference.changes.length === 0 && !isFirst,
          undo: refused === null ? 'possible' : { refused },
        }
      }),
    }
  }

  const entryAt = async (version: number): Promise<FloorEntry | null> => {
    const [found] = await floorsBefore(version + 1, 1)
    return found?.seq === version ? found : null
  }

  return {
    page,
    since: async (version) => (await page(null)).versions.filter((each) => each.version > version),
    entry: entryAt,
    entryBefore: async (version) => (await floorsBefore(version, 1))[0] ?? null,
    refuseUndo: async (version) => {
      const { versions, whole } = await read(null)
      return refusalAt(
        versions,
        versions.findIndex(({ entry }) => entry.seq === version),
        whole,
      )
    },
    lastTouch: async (since, isMeant) => {
      for (let before: number | null = null; ; ) {
        const entries: readonly FloorEntry[] = await floorsBefore(before, pageVersions + 1)
        const shown = entries.slice(0, pageVersions)
        // One by one: the newest versions often are answer enough, and each difference has to be parsed.
        for (const [index, entry] of shown.entries()) {
          if (entry.at < since) return entry.at
          const { touches } = await keptDifference(entry, entries[index + 1])
          if (touches.some(isMeant)) return entry.at
        }
        before = shown.at(-1)?.seq ?? null
        if (entries.length <= pageVersions || before === null) return null
      }
    },
    changes: async (before, after) => (await differenceOf(before, after)).changes,
  }
}

/** What the floor says without what made `after` of `before`. */
export const undone = function* (
  before: string,
  after: string,
  now: Parameters<typeof undoneChanges>[2],
): Generator<void, ReturnType<typeof undoneChanges>> {
  const parts = yield* changedPartsInSteps(before, after)
  return undoneChanges(parts.before, parts.after, now)
}
