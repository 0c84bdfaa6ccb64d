// Notes, agreed actions and one-to-ones: who may write what, and what is told of them.

import { viewMetric } from '../../../shared/domain/boards/board-head.ts'
import { coachedOf } from '../../../shared/domain/boards/coaching-answer.ts'
import { stepSince, stepThen } from '../../../shared/domain/boards/step-since.ts'
import { formatDay, parseDay } from '../../../shared/domain/time/calendar-date.ts'
import type { CoachingAnswer } from '../../../shared/wire/coaching.ts'
import type {
  AgreedAction,
  ChangedAction,
  ChangedNote,
  NewAction,
  NewNote,
  NewOneToOne,
  Note,
  OneToOne,
  TalkState,
  TalksAnswer,
} from '../../../shared/wire/coaching-talks.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { StoredAction, StoredNote, StoredOneToOne, TalkStore } from '../store/talk-store.ts'
import { type Asker, createEntryBook, type Written } from './entry-book.ts'

export interface TalkDesk {
  answer(asker: Asker): Promise<TalksAnswer>
  /** For the list of whom to coach. */
  state(person: string): TalkState
  /** Each throws `TalksUnavailable` where the disk takes nothing. One that is sent twice is written once. */
  addNote(asker: Asker, note: NewNote): Written
  changeNote(asker: Asker, id: string, changed: ChangedNote): Written
  addAction(asker: Asker, action: NewAction): Written
  changeAction(asker: Asker, id: string, changed: ChangedAction): Written
  addOneToOne(asker: Asker, talk: NewOneToOne, point: CoachingAnswer['point']): Written
  /** A note or an action. */
  remove(asker: Asker, id: string): Written
  /** All about the person; how many entries there were. */
  erase(person: string): number
  close(): void
}

interface TalkDeskParts {
  readonly floor: Pick<LiveFloor, 'numbers'>
  readonly store: TalkStore
  readonly clock: Clock
  /** Who a cause is, as people read it. */
  readonly nameOfBy: (by: string) => Promise<{ readonly name: string }>
}

/** Where no day was named for the next one: two working weeks. */
const usualDaysBetween = 14

const dayMs = 86_400_000

export const createTalkDesk = ({ floor, store, clock, nameOfBy }: TalkDeskParts): TalkDesk => {
  const book = createEntryBook({ store, clock })
  const notesOf = (person: string) => store.of(person)

  /** The date where somebody is. */
  const todayOf = (person: string): string => {
    const numbers = floor.numbers()
    const subject = numbers.model.roster.subjectOf(person)
    const at = clock.now()
    return formatDay((subject === null ? numbers : numbers.about([subject])).todayAt(at))
  }

  const headOf = async (
    { id, at, by, version }: StoredNote | StoredAction | StoredOneToOne,
    asker: Asker,
  ) => ({
    id,
    at,
    by: (await nameOfBy(by)).name,
    isOwn: by === asker.by,
    version,
  })

  const stepNamed = (person: string, metric: string): AgreedAction['step'] => {
    const steps = coachedOf(floor.numbers(), person, clock.now())?.compiled.steps ?? []
    const at = steps.findIndex(({ plan }) => plan.metric.id === metric)
    const [from, to] = [steps[at - 1], steps[at]]
    return from && to ? { metric: viewMetric(to.plan), from: viewMetric(from.plan) } : null
  }

  const noteFor = async (note: StoredNote, asker: Asker): Promise<Note> => ({
    ...(await headOf(note, asker)),
    text: note.text,
    changedAt: note.changedAt,
  })

  const actionFor = async (action: StoredAction, asker: Asker, today: string): Promise<AgreedAction> => {
    const { person, step, dueOn, done } = action
    const asked = step && { person, metric: step.metric, ms: clock.now() }
    return {
      ...(await headOf(action, asker)),
      what: action.what,
      dueOn,
      isOverdue: done === null && dueOn !== null && dueOn < today,
      done: done && { at: done.at, by: (await nameOfBy(done.by)).name },
      step: step && stepNamed(person, step.metric),
      became: asked && stepSince(floor.numbers(), asked, { before: step.before, at: action.at }),
    }
  }

  const oneToOneFor = async (talk: StoredOneToOne, asker: Asker): Promise<OneToOne> => {
    const step = talk.point && stepNamed(talk.person, talk.point.metric)
    return {
      ...(await headOf(talk, asker)),
      startedAt: talk.startedAt,
      nextOn: talk.nextOn,
      point: talk.point && step && { kind: talk.point.kind, ...step },
    }
  }

  return {
    answer: async (asker) => {
      const all = notesOf(asker.person)
      const today = todayOf(asker.person)
      const [notes, actions, oneToOnes] = await Promise.all([
        Promise.all(all.flatMap((talk) => (talk.kind === 'note' ? [noteFor(talk, asker)] : []))),
        Promise.all(all.flatMap((talk) => (talk.kind === 'action' ? [actionFor(talk, asker, today)] : []))),
        Promise.all(all.flatMap((talk) => (talk.kind === 'one-to-one' ? [oneToOneFor(talk, asker)] : []))),
      ])
      return { notes, actions, oneToOnes, mayCoach: asker.mayCoach, mayErase: asker.mayErase }
    },
    state: (person) => {
      const { last, openActions } = store.brief(person)
      const today = todayOf(person)
      const due =
        last === null
          ? null
          : (last.nextOn ??
            formatDay(parseDay(new Date(last.at).toISOString().slice(0, 10)) + usualDaysBetween))
      return {
        lastAt: last?.at ?? null,
        nextOn: last?.nextOn ?? null,
        isOverdue: due !== null && due < today,
        openActions,
      }
    },
    addNote: book.addNote,
    changeNote: book.changeNote,
    addAction: (asker, { id, what, step, dueOn }) => {
      const ms = clock.now()
      const before =
        step === null ? null : stepThen(floor.numbers(), { person: asker.person, metric: step, ms })
      if (step !== null && before === null) return 'gone'
      return book.add({
        kind: 'action',
        ...book.entry(asker, id),
        what,
        dueOn,
        step: step !== null && before !== null ? { metric: step, before } : null,
        done: null,
        owner: null,
      })
    },
    changeAction: book.changeAction,
    addOneToOne: (asker, { id, startedAt, nextOn }, point) => {
      if (!asker.mayCoach) return 'forbidden'
      const ms = clock.now()
      const steps = coachedOf(floor.numbers(), asker.person, ms)?.compiled.steps ?? []
      const link = 'link' in point ? point.link : null
      const [from, to] = link === null ? [] : [steps[link], steps[link + 1]]
      return book.add({
        kind: 'one-to-one',
        ...book.entry(asker, id),
        // One that began in the future, or days ago, is one whose clock was wrong, or whose page was forgotten.
        startedAt: Math.min(ms, Math.max(startedAt, ms - dayMs)),
        nextOn,
        point:
          'link' in point && from && to
            ? { kind: point.kind, metric: to.plan.metric.id, from: from.plan.metric.id }
            : null,
      })
    },
    remove: book.remove,
    erase: book.erase,
    close: () => store.close(),
  }
}
