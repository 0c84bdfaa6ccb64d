// Keeps the meetings: begins, steps and ends them, has the chosen wall follow, and closes those that were left open.
import type { ControlRefusal } from '../../../shared/domain/screens/control.ts'
import { isForTheFloor } from '../../../shared/domain/screens/screen-stage.ts'
import type { Cadence } from '../../../shared/wire/cadence.ts'
import type { ChangedAction, ChangedNote, NewNote } from '../../../shared/wire/coaching-talks.ts'
import type { Hold, Holder } from '../../../shared/wire/control.ts'
import type { BeginMeeting, NewMeetingAction, StepMeeting } from '../../../shared/wire/meetings.ts'
import type { Clock } from '../clock.ts'
import { type Asker, createEntryBook, type Written } from '../coaching-notes/entry-book.ts'
import type { Controls } from '../control/controls.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import { startMinuteTicks } from '../fold/minute-ticks.ts'
import { type StoredMeeting, type StoredTalk, type TalkStore, TalksUnavailable } from '../store/talk-store.ts'
import { ended, isForgotten, onBoard, tickedOff, wasHeld } from './running-meeting.ts'

/** Why a meeting does not go on as was asked, with a sentence that a person can act on. */
export type MeetingRefusal =
  | ControlRefusal
  | { readonly code: 'unknown-screen' | 'not-held' | 'unknown-board'; readonly message: string }

export interface MeetingDesk {
  /** All that is kept of a cadence, newest first. */
  of(cadence: string): readonly StoredTalk[]
  openOf(cadence: string): StoredMeeting | null
  /** Whether the screen of a meeting shows it, and who holds it then. */
  holdOf(meeting: StoredMeeting): Hold | null
  /** Each answers with null once done, and throws `TalksUnavailable` where the disk takes nothing. */
  begin(cadence: Cadence, who: Holder, asked: BeginMeeting): MeetingRefusal | null
  step(cadence: Cadence, who: Holder, step: StepMeeting): MeetingRefusal | null
  move(cadence: Cadence, who: Holder, screen: string | null): MeetingRefusal | null
  end(cadence: Cadence): void
  addNote(asker: Asker, note: NewNote): Written
  changeNote(asker: Asker, id: string, change: ChangedNote): Written
  addAction(asker: Asker, action: NewMeetingAction): Written
  changeAction(asker: Asker, id: string, change: ChangedAction): Written
  remove(asker: Asker, id: string): Written
  /** All that is kept of a cadence, also of one that is no longer in the floor file; how many entries there were. */
  erase(cadence: string): number
  close(): void
}

interface MeetingDeskParts {
  readonly floor: Pick<LiveFloor, 'current'>
  readonly controls: Pick<Controls, 'meet' | 'steer' | 'act' | 'of' | 'holdOf' | 'onChange'>
  readonly store: TalkStore
  readonly clock: Clock
  readonly onError: (what: string, error: unknown) => void
}

/** As entries of the store are called. A colon stands in no id of a person. */
export const subjectOf = (cadence: string): string => `cadence:${cadence}`

/** A wall follows for so long after the last step, and then goes back by itself. */
const wallMs = 60 * 60_000

/** Of each cadence: four years of a weekly one. */
const mostMeetings = 200

const isMeeting = (talk: StoredTalk): talk is StoredMeeting => talk.kind === 'meeting'

export const openMeetingDesk = ({
  floor,
  controls,
  store,
  clock,
  onError,
}: MeetingDeskParts): MeetingDesk => {
  const book = createEntryBook({ store, clock })
  const of = (cadence: string): readonly StoredTalk[] => store.of(subjectOf(cadence))
  const nameOf = (cadence: string): string | null =>
    floor.current().file.cadences.find(({ id }) => id === cadence)?.name ?? null
  const isForWalls = (board: string): boolean =>
    floor.current().file.boards.some((each) => each.id === board && isForTheFloor(each))

  const put = (before: StoredMeeting, after: StoredMeeting): StoredMeeting => {
    if (after === before) return before
    const next = { ...after, version: before.version + 1 }
    store.put(next, before.version)
    return next
  }

  /** The hold by which its screen shows this meeting; null where it went back, or shows something else. */
  const holdOf = (meeting: StoredMeeting): Hold | null => {
    const hold = meeting.screen === null ? null : controls.holdOf(meeting.screen)
    const cadence = meeting.person.slice(subjectOf('').length)
    const isOurs =
      hold?.huddle != null &&
      hold.huddle.title === nameOf(cadence) &&
      hold.huddle.boards.every(({ board }) => meeting.boards.some((each) => each.board === board))
    return isOurs ? hold : null
  }

  const giveBack = (meeting: StoredMeeting): void => {
    const hold = holdOf(meeting)
    const control = meeting.screen === null ? null : controls.of(meeting.screen)
    if (hold === null || control === null) return
    // The wall goes back with the meeting, whoever ends it.
    controls.act(
      { screens: [{ screen: control.screen, version: control.version }], action: { do: 'release' } },
      hold.holder,
    )
  }

  const endAt = (meeting: StoredMeeting, at: number): void => {
    const written = store
      .of(meeting.person)
      .filter((talk) => !isMeeting(talk) && talk.at >= meeting.startedAt).length
    const last = ended(meeting, at)
    if (wasHeld(last, written)) put(meeting, last)
    else store.remove(meeting.person, meeting.id)
    giveBack(meeting)
  }

  /** The one that goes on; one that was left open is closed first. */
  const openOf = (cadence: string): StoredMeeting | null => {
    const open = of(cadence)
      .filter(isMeeting)
      .find(({ endedAt }) => endedAt === null)
    if (!open) return null
    if (!isForgotten(open, clock.now())) return open
    endAt(open, open.lastAt)
    return null
  }

  const quietly = (what: string, act: () => void): void => {
    try {
      act()
    } catch (error) {
      // It is tried again with the next minute, or the next step.
      if (!(error instanceof TalksUnavailable)) onError(what, error)
    }
  }
  const ticks = startMinuteTicks(clock, () =>
    quietly('meetings that were left open cannot be closed', () => {
      for (const { id } of floor.current().file.cadences) openOf(id)
    }),
  )

  /** What a remote did with the wall, the meeting follows. */
  controls.onChange((screen, what) => {
    if (what !== 'hold') return
    quietly('a meeting cannot follow its wall', () => {
      for (const { id } of floor.current().file.cadences) {
        const open = openOf(id)
        if (open?.screen !== screen) continue
        const hold = holdOf(open)
        if (hold?.huddle == null) continue
        const now = clock.now()
        const ticked = hold.huddle.boards.flatMap(({ board, discussed }) => (discussed ? [board] : []))
        const isNew = open.boards.some(({ board, discussed }) => !discussed && ticked.includes(board))
        const marked = isNew ? tickedOff(open, ticked, now) : open
        const moved =
          hold.board === open.wallBoard
            ? marked
            : { ...onBoard(marked, hold.board, now), wallBoard: hold.board }
        put(open, moved)
      }
    })
  })

  const notOn: MeetingRefusal = { code: 'not-held', message: 'This meeting is over. Begin it anew.' }

  const toWall = (
    { name, boards }: Cadence,
    who: Holder,
    screen: string,
    board: string,
  ): MeetingRefusal | null => {
    const outcome = controls.meet(screen, { title: name, boards, board, forMs: wallMs }, who)
    return outcome.ok ? null : outcome.refusal
  }

  const steerWall = (meeting: StoredMeeting, { to, discussed }: StepMeeting): void => {
    const hold = holdOf(meeting)
    if (hold === null || meeting.screen === null) return
    controls.steer(
      meeting.screen,
      { to: isForWalls(to) ? to : null, discussed: discussed ?? null, forMs: wallMs },
      hold.holder,
    )
  }

  return {
    of,
    openOf,
    holdOf,
    begin: (cadence, who, { id, screen }) => {
      if (openOf(cadence.id) !== null) return null
      const known = cadence.boards.filter((board) =>
        floor.current().file.boards.some((each) => each.id === board),
      )
      const [first] = known
      if (first === undefined)
        return { code: 'unknown-board', message: 'None of its boards is on this floor any more.' }
      const refusal = screen === null ? null : toWall(cadence, who, screen, first)
      if (refusal) return refusal
      const now = clock.now()
      const hold = screen === null ? null : controls.holdOf(screen)
      const meeting: StoredMeeting = {
        kind: 'meeting',
        id,
        person: subjectOf(cadence.id),
        at: now,
        by: who.id,
        version: 1,
        startedAt: now,
        lastAt: now,
        endedAt: null,
        leader: who,
        screen,
        board: first,
        since: now,
        wallBoard: hold?.board ?? null,
        boards: known.map((board) => ({ board, spentMs: 0, discussed: false })),
      }
      const oldest = of(cadence.id)
        .filter(isMeeting)
        .slice(mostMeetings - 1)
      for (const old of oldest) store.remove(old.person, old.id)
      store.add(meeting)
      return null
    },
    step: (cadence, who, step) => {
      const open = openOf(cadence.id)
      if (open === null) return notOn
      const hold = holdOf(open)
      if (hold !== null && hold.holder.id !== who.id)
        return {
          code: 'wall-held',
          message: `${hold.holder.name} holds the wall, and leads. Ask for it.`,
        }
      if (!cadence.boards.includes(step.to))
        return { code: 'unknown-board', message: 'This board is no part of the meeting any more.' }
      const now = clock.now()
      const ticked = step.discussed === undefined ? open : put(open, tickedOff(open, [step.discussed], now))
      steerWall(ticked, step)
      const after = openOf(cadence.id)
      if (after !== null) put(after, { ...onBoard(after, step.to, now), lastAt: now })
      return null
    },
    move: (cadence, who, screen) => {
      const open = openOf(cadence.id)
      if (open === null) return notOn
      const refusal = screen === null ? null : toWall(cadence, who, screen, open.board)
      if (refusal) return refusal
      if (open.screen !== null && open.screen !== screen) giveBack(open)
      const now = openOf(cadence.id) ?? open
      const hold = screen === null ? null : controls.holdOf(screen)
      put(now, { ...now, screen, leader: who, wallBoard: hold?.board ?? null, lastAt: clock.now() })
      return null
    },
    end: (cadence) => {
      const open = openOf(cadence.id)
      if (open !== null) endAt(open, clock.now())
    },
    addNote: book.addNote,
    changeNote: book.changeNote,
    addAction: (asker, { id, what, owner, dueOn }) =>
      book.add({ kind: 'action', ...book.entry(asker, id), what, owner, dueOn, step: null, done: null }),
    changeAction: book.changeAction,
    remove: book.remove,
    erase: (cadence) => book.erase(subjectOf(cadence)),
    close: () => ticks.close(),
  }
}
