// Notes and agreed actions as they are written and changed, whatever they are about: a person who is coached, or a meeting.
// Two may write at once: what was written over another version than stands is refused, and nothing is lost.
import type { ChangedAction, ChangedNote, NewNote } from '../../../shared/wire/coaching-talks.ts'
import type { Clock } from '../clock.ts'
import type { StoredAction, StoredTalk, TalkStore } from '../store/talk-store.ts'

/** Who asks about whom, or about which meeting. `by`: the cause that is kept, such as `account:…`. */
export interface Asker {
  readonly person: string
  readonly by: string
  /** Whether they coach the person or lead the meeting: they may change agreed actions that others wrote. */
  readonly mayCoach: boolean
  readonly mayErase: boolean
}

/** `stale`: somebody was quicker; what was asked is not written. `full`: more is not kept of anybody. */
export type Written = 'done' | 'stale' | 'gone' | 'forbidden' | 'full'

/** Of each; more is no help to anybody, and a form that sends for ever fills no disk. */
const mostEntries = 1000

interface EntryBookParts {
  readonly store: TalkStore
  readonly clock: Clock
}

export const createEntryBook = ({ store, clock }: EntryBookParts) => {
  const add = (talk: StoredTalk): Written => {
    if (store.find(talk.person, talk.id) !== null) return 'done'
    if (store.of(talk.person).length >= mostEntries) return 'full'
    // An id that is somebody else's is not theirs to know of.
    return store.add(talk) ? 'done' : 'stale'
  }
  const entry = ({ person, by }: Asker, id: string) => ({ id, person, at: clock.now(), by, version: 1 })

  return {
    entry,
    add,
    addNote: (asker: Asker, { id, text }: NewNote): Written =>
      add({ kind: 'note', ...entry(asker, id), text, changedAt: null }),
    changeNote: (asker: Asker, id: string, { over, text }: ChangedNote): Written => {
      const note = store.find(asker.person, id)
      if (note?.kind !== 'note') return 'gone'
      if (note.by !== asker.by) return 'forbidden'
      const put = { ...note, text, changedAt: clock.now(), version: over + 1 }
      return store.put(put, over) ? 'done' : 'stale'
    },
    changeAction: (asker: Asker, id: string, { over, what, dueOn, isDone }: ChangedAction): Written => {
      const action = store.find(asker.person, id)
      if (action?.kind !== 'action') return 'gone'
      const rewrites = what !== undefined || dueOn !== undefined
      if (rewrites && !asker.mayCoach && action.by !== asker.by) return 'forbidden'
      const done = isDone === undefined ? action.done : isDone ? { at: clock.now(), by: asker.by } : null
      const put: StoredAction = {
        ...action,
        what: what ?? action.what,
        dueOn: dueOn === undefined ? action.dueOn : dueOn,
        done: isDone === true && action.done !== null ? action.done : done,
        version: over + 1,
      }
      return store.put(put, over) ? 'done' : 'stale'
    },
    remove: (asker: Asker, id: string): Written => {
      const talk = store.find(asker.person, id)
      if (talk === null) return 'gone'
      const isTheirs = talk.by === asker.by || asker.mayErase || (talk.kind === 'action' && asker.mayCoach)
      if (!isTheirs) return 'forbidden'
      return store.remove(asker.person, id) ? 'done' : 'gone'
    },
    erase: (person: string): number => store.erase(person),
  }
}
