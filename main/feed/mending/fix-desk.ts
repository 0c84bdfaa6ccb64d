// What was mended in place: who, when, what, and taking it back. A fix is an edit of the floor file, or a word about an item.
import { editsOfFix, editsUndoing } from '../../../shared/domain/mending/fix-edits.ts'
import type { FloorEdit } from '../../../shared/wire/floor-edits.ts'
import type { Fix, FixRequest, MendedAnswer } from '../../../shared/wire/mending.ts'
import type { Clock } from '../clock.ts'
import type { CurrentFloor, LiveFloor } from '../fold/live-floor.ts'
import type { Log } from '../store/log.ts'
import type { MendingStore, StoredFix } from '../store/mending-store.ts'

/** Makes edits of the floor that the sender saw. */
export type MakeEdits = (edits: readonly FloorEdit[], version: number) => Promise<CurrentFloor>

/** `nobody`: it is about somebody who is not on the floor. `gone`: nothing of it stands any more. */
export type FixOutcome = 'done' | 'nobody' | 'gone'

export interface FixDesk {
  list(): Promise<MendedAnswer>
  /** Rejects with whatever the edits reject with, and `MendingUnavailable` where the disk keeps no note of it. */
  mend(request: FixRequest, by: string, make: MakeEdits): Promise<FixOutcome>
  /** The same. */
  undo(id: string, by: string, make: MakeEdits): Promise<FixOutcome>
}

interface FixDeskParts {
  readonly floor: Pick<LiveFloor, 'current'>
  readonly log: Pick<Log, 'standingFact'>
  readonly store: MendingStore
  readonly clock: Pick<Clock, 'now'>
  readonly nameOfBy: (by: string) => Promise<{ readonly name: string }>
}

const mostListed = 200

const isWord = (fix: Fix): boolean => fix.do === 'right' || fix.do === 'seen'

export const createFixDesk = ({ floor, log, store, clock, nameOfBy }: FixDeskParts): FixDesk => {
  const aboutOf = async (fix: Fix): Promise<string> => {
    if (fix.do === 'alias') return floor.current().file.people.find(({ id }) => id === fix.person)?.name ?? ''
    if (fix.do !== 'fact' && fix.do !== 'left-out') return ''
    const fact = (await log.standingFact(fix.source, fix.fact))?.fact
    if (fact === undefined) return fix.fact
    return fact.type === 'deal' ? (fact.name ?? fact.account ?? fact.id) : fact.kind
  }

  return {
    list: async () => ({
      fixes: await Promise.all(
        store
          .fixes()
          .slice(0, mostListed)
          .map(async ({ by, undone, ...fix }) => ({
            ...fix,
            by: (await nameOfBy(by)).name,
            undone: undone && { at: undone.at, by: (await nameOfBy(undone.by)).name },
          })),
      ),
    }),
    mend: async ({ id, version, fix }, by, make) => {
      if (store.fixes().some((other) => other.id === id)) return 'done'
      const about = await aboutOf(fix)
      const edits = editsOfFix(fix, id, floor.current().file)
      if (edits.length > 0) await make(edits, version)
      else if (!isWord(fix)) return 'nobody'
      store.putFix({ id, at: clock.now(), by, fix, about, undone: null })
      return 'done'
    },
    undo: async (id, by, make) => {
      const found: StoredFix | undefined = store.fixes().find((other) => other.id === id)
      if (found === undefined) return 'gone'
      if (found.undone !== null) return 'done'
      const { version, file } = floor.current()
      const edits = editsUndoing(found.fix, id, file)
      if (edits.length > 0) await make(edits, version)
      else if (!isWord(found.fix)) return 'gone'
      store.putFix({ ...found, undone: { at: clock.now(), by } })
      return 'done'
    },
  }
}
