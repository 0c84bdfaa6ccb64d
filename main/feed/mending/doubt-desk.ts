// "This looks wrong": what somebody says of a number, kept with the number as it stood, until a manager answers.
import { viewWindow } from '../../../shared/domain/boards/board-head.ts'
import { ownWindow } from '../../../shared/domain/boards/metric-answer.ts'
import type { Doubt, DoubtsAnswer, NewDoubt } from '../../../shared/wire/doubts.ts'
import type { FloorFile } from '../../../shared/wire/floor.ts'
import { parseWindow } from '../../../shared/wire/window.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor, Refusal } from '../fold/live-floor.ts'
import type { MendingStore, StoredDoubt } from '../store/mending-store.ts'

/** Whom doubts about these are shown to. */
export type SeesDoubt = (of: StoredDoubt['of']) => boolean

/** Whatever writes throws `MendingUnavailable` where the disk refuses it. */
export interface DoubtDesk {
  /** `full`: too many wait for an answer. A refusal: the floor has no such metric, window, person, team or role. */
  add(doubt: NewDoubt, by: string): { readonly at: number } | 'full' | Refusal
  /** Open ones first, newest first. */
  answer(sees: SeesDoubt): Promise<DoubtsAnswer>
  /** How many wait for an answer. */
  open(sees: SeesDoubt): number
  /** What a manager says to it; null opens it again. False where there is no such one of theirs. */
  reply(id: string, words: string | null, by: string, sees: SeesDoubt): boolean
  /** False where it was not there. */
  remove(id: string): boolean
}

interface DoubtDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers' | 'queryMetric'>
  readonly store: MendingStore
  readonly clock: Pick<Clock, 'now'>
  readonly nameOfBy: (by: string) => Promise<{ readonly name: string }>
}

/** More than a manager could answer; of answered ones the oldest go. */
const mostOpen = 500
const mostKept = 2000

type Of = StoredDoubt['of']

/** Null: there is none of that id. */
const subjectOf = ({ rep, team, role }: NewDoubt, file: FloorFile): Of | null => {
  const named = (
    kind: Of['kind'],
    id: string,
    list: readonly { readonly id: string; readonly name: string }[],
  ): Of | null => {
    const found = list.find((each) => each.id === id)
    return found === undefined ? null : { kind, id, name: found.name }
  }
  if (rep !== undefined) return named('rep', rep, file.people)
  if (team !== undefined) return named('team', team, file.teams)
  if (role !== undefined) return named('role', role, file.roles)
  return { kind: 'org', id: null, name: file.floor.name }
}

export const createDoubtDesk = ({ floor, store, clock, nameOfBy }: DoubtDeskParts): DoubtDesk => {
  const countedOf = (doubt: NewDoubt, of: Of): string => {
    const answer = floor.queryMetric({
      metric: doubt.metric,
      window: doubt.window === undefined ? null : parseWindow(doubt.window),
      by: of.kind === 'rep' || of.kind === 'team' ? of.kind : 'org',
      at: clock.now(),
      team: doubt.team ?? null,
      role: doubt.role ?? null,
    })
    if ('code' in answer) return ''
    const row = answer.rows.find(({ subject }) => of.id === null || of.kind === 'role' || subject === of.id)
    return row?.display ?? ''
  }

  /** Answered ones beyond the limit, the oldest first. */
  const makeRoom = (kept: readonly StoredDoubt[]): void => {
    const answered = kept.filter((doubt) => doubt.answered !== null)
    const spare = Math.max(0, kept.length + 1 - mostKept)
    for (const { id } of answered.slice(answered.length - Math.min(spare, answered.length)))
      store.removeDoubt(id)
  }

  const shown = async ({ by, answered, ...doubt }: StoredDoubt): Promise<Doubt> => ({
    ...doubt,
    by: by === 'nobody' || by === 'local' ? null : (await nameOfBy(by)).name,
    answered: answered && { ...answered, by: (await nameOfBy(answered.by)).name },
  })

  return {
    add: (asked, by) => {
      const numbers = floor.numbers()
      const { file } = numbers.model
      const plan = numbers.model.metric(asked.metric)
      if (plan === null)
        return { code: 'unknown-metric', message: `the floor has no metric "${asked.metric}"` }
      const of = subjectOf(asked, file)
      if (of === null) return { code: 'unknown-filter', message: 'the floor has nobody of that name' }
      const kept = store.doubts()
      const before = kept.find(({ id }) => id === asked.id)
      if (before !== undefined) return { at: before.at }
      if (kept.filter(({ answered }) => answered === null).length >= mostOpen) return 'full'
      makeRoom(kept)
      const at = clock.now()
      const window = asked.window === undefined ? ownWindow(plan) : parseWindow(asked.window)
      const board = file.boards.find(({ id }) => id === asked.board)
      const screen = file.screens.find(({ id }) => id === asked.screen)
      store.putDoubt({
        id: asked.id,
        at,
        by,
        metric: { id: plan.metric.id, name: plan.metric.name },
        of,
        window: {
          text: asked.window ?? null,
          label: viewWindow(numbers, window ?? ownWindow(plan), at).label,
        },
        shown: asked.shown,
        counted: countedOf(asked, of),
        words: asked.words,
        board: board === undefined ? null : { id: board.id, title: board.title },
        screen: screen === undefined ? null : { id: screen.id, name: screen.name },
        answered: null,
      })
      return { at }
    },
    answer: async (sees) => {
      const seen = store.doubts().filter(({ of }) => sees(of))
      const open = seen.filter(({ answered }) => answered === null)
      const sorted = [...open, ...seen.filter(({ answered }) => answered !== null)]
      return { doubts: await Promise.all(sorted.map(shown)), open: open.length }
    },
    open: (sees) => store.doubts().filter(({ of, answered }) => answered === null && sees(of)).length,
    reply: (id, words, by, sees) => {
      const found = store.doubts().find((each) => each.id === id && sees(each.of))
      if (found === undefined) return false
      store.putDoubt({ ...found, answered: words === null ? null : { at: clock.now(), by, words } })
      return true
    },
    remove: store.removeDoubt,
  }
}
