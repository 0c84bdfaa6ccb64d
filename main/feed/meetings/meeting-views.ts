// What is told of meetings, to each what is theirs.
import { talkAbout, talkTogether, wasDiscussed } from '../../../shared/domain/meetings/discussed.ts'
import { meetingTimes } from '../../../shared/domain/meetings/meeting-times.ts'
import { stayAt } from '../../../shared/domain/people/roster.ts'
import { isForTheFloor } from '../../../shared/domain/screens/screen-stage.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { formatDay, includes } from '../../../shared/domain/time/calendar-date.ts'
import type { Cadence } from '../../../shared/wire/cadence.ts'
import type { Note } from '../../../shared/wire/coaching-talks.ts'
import type { Board } from '../../../shared/wire/floor.ts'
import type {
  MeetingAction,
  MeetingAnswer,
  MeetingSummary,
  MeetingsAnswer,
  OpenMeeting,
  PastMeeting,
} from '../../../shared/wire/meetings.ts'
import type { StoredAction, StoredMeeting, StoredNote } from '../store/talk-store.ts'
import type { MeetingAccess } from './meeting-access.ts'
import type { MeetingDesk } from './meeting-desk.ts'

/** Whoever asks: what they may, whom they are, and what they may see. */
export interface MeetingReader {
  /** As causes are kept and screens name holders. */
  readonly by: string
  /** The person of the floor that they are. */
  readonly person: string | null
  readonly mayErase: boolean
  access(cadence: Cadence): MeetingAccess | null
  sees(board: Board): boolean
  /** Of those whom they coach: how many, and for how many a one-to-one is overdue. */
  coached(): { readonly all: number; readonly overdue: number }
}

interface ViewParts {
  readonly numbers: Numbers
  readonly desk: Pick<MeetingDesk, 'of' | 'openOf' | 'holdOf'>
  readonly reader: MeetingReader
  /** Epoch ms. */
  readonly now: number
  readonly nameOfBy: (by: string) => Promise<{ readonly name: string }> | { readonly name: string }
}

const isNote = (talk: { readonly kind: string }): talk is StoredNote => talk.kind === 'note'
const isAction = (talk: { readonly kind: string }): talk is StoredAction => talk.kind === 'action'
const isMeeting = (talk: { readonly kind: string }): talk is StoredMeeting => talk.kind === 'meeting'

/** Of the past: more is read by nobody. */
const mostPast = 12

/** One that is held on the day before counts for the day after it. */
const earlyMs = 86_400_000

export const createMeetingViews = ({ numbers, desk, reader, now, nameOfBy }: ViewParts) => {
  const { model } = numbers
  const { file, roster } = model
  const today = formatDay(roster.floorZone.dayAt(now))

  // Each board of a meeting asks for all that is kept of it: read once for an answer.
  const read = new Map<string, ReturnType<MeetingDesk['of']>>()
  const talksOf = (cadence: string): ReturnType<MeetingDesk['of']> => {
    const known = read.get(cadence)
    if (known) return known
    // One that was left open over night ends when it is looked at, and is one of those that were held.
    desk.openOf(cadence)
    const talks = desk.of(cadence)
    read.set(cadence, talks)
    return talks
  }

  const heldOf = (cadence: string): readonly StoredMeeting[] =>
    talksOf(cadence)
      .filter(isMeeting)
      .filter(({ endedAt }) => endedAt !== null)

  const boardsOf = ({ boards }: Cadence): readonly Board[] =>
    boards.flatMap((id) => file.boards.find((board) => board.id === id) ?? [])

  const talkOf = ({ id, every }: Cadence, board: string) =>
    talkAbout(
      board,
      every,
      heldOf(id).map(({ endedAt, startedAt, boards }) => ({ at: endedAt ?? startedAt, boards })),
      now,
    )

  const personOf = (id: string | null | undefined): { readonly id: string; readonly name: string } | null => {
    const person = file.people.find((each) => each.id === id)
    return person ? { id: person.id, name: person.name } : null
  }

  const ownerOf = ({ owner }: Cadence): MeetingSummary['owner'] => {
    const person = personOf(owner)
    const subject = person && roster.subjectOf(person.id)
    const member = subject === null ? null : roster.personAt(subject)
    return person && { ...person, hasLeft: member !== null && !isHere(member) }
  }

  const isHere = (member: NonNullable<ReturnType<typeof roster.personAt>>): boolean =>
    includes(member.employed, stayAt(member, now).zone.dayAt(now))

  const isOverdue = ({ done, dueOn }: StoredAction): boolean =>
    done === null && dueOn !== null && dueOn < today

  const summaryOf = (cadence: Cadence, access: MeetingAccess): MeetingSummary => {
    const { id, name, every, team, boards, oneToOnes = false } = cadence
    const { workingTime, calendar } = model
    const times = meetingTimes(cadence, { calendar, workingTime, zone: roster.floorZone }, now)
    const reads = access !== 'time'
    const held = heldOf(id)
    const heldAt = held.length === 0 ? null : Math.max(...held.map(({ endedAt }) => endedAt ?? 0))
    const open = desk.openOf(id)
    const actions = talksOf(id).filter(isAction)
    const teamNamed = file.teams.find((each) => each.id === team)
    // What was never held yet was not missed either.
    const isMissed = heldAt !== null && open === null && heldAt < times.last - earlyMs
    return {
      id,
      name,
      every,
      oneToOnes,
      team: teamNamed ? { id: teamNamed.id, name: teamNamed.name } : null,
      owner: ownerOf(cadence),
      isOwn: cadence.owner !== undefined && cadence.owner === reader.person,
      nextAt: times.next,
      missedAt: reads && isMissed ? times.last : null,
      heldAt: reads ? heldAt : null,
      open:
        reads && open
          ? { startedAt: open.startedAt, leader: desk.holdOf(open)?.holder.name ?? open.leader.name }
          : null,
      boards: boards.length,
      wallpaper: reads
        ? boardsOf(cadence).flatMap((board) => {
            const { silentSince } = talkOf(cadence, board.id)
            return silentSince === null || !reader.sees(board)
              ? []
              : [{ id: board.id, title: board.title, since: silentSince }]
          })
        : [],
      openActions: reads ? actions.filter(({ done }) => done === null).length : 0,
      overdueActions: reads ? actions.filter(isOverdue).length : 0,
      people: oneToOnes && reads ? reader.coached() : null,
      access,
    }
  }

  const headOf = async ({ id, at, by, version }: StoredNote | StoredAction) => ({
    id,
    at,
    by: (await nameOfBy(by)).name,
    isOwn: by === reader.by,
    version,
  })

  const noteFor = async (note: StoredNote): Promise<Note> => ({
    ...(await headOf(note)),
    text: note.text,
    changedAt: note.changedAt,
  })

  const actionFor = async (cadence: Cadence, action: StoredAction): Promise<MeetingAction> => ({
    ...(await headOf(action)),
    meeting: { id: cadence.id, name: cadence.name },
    what: action.what,
    owner: personOf(action.owner),
    dueOn: action.dueOn,
    isOverdue: isOverdue(action),
    done: action.done && { at: action.done.at, by: (await nameOfBy(action.done.by)).name },
  })

  const openFor = (cadence: Cadence, access: MeetingAccess): OpenMeeting | null => {
    const open = desk.openOf(cadence.id)
    if (open === null) return null
    const hold = desk.holdOf(open)
    const screen = file.screens.find(({ id }) => id === open.screen)
    const seen = new Set(boardsOf(cadence).flatMap((board) => (reader.sees(board) ? [board.id] : [])))
    return {
      id: open.id,
      startedAt: open.startedAt,
      leader: hold?.holder.name ?? open.leader.name,
      maySteer: access === 'lead' && (hold === null || hold.holder.id === reader.by),
      screen:
        open.screen === null
          ? null
          : { id: open.screen, name: screen?.name ?? open.screen, isFollowing: hold !== null },
      board: open.board,
      since: open.since,
      boards: open.boards.filter(({ board }) => seen.has(board)),
    }
  }

  const pastOf = (cadence: Cadence): readonly PastMeeting[] =>
    heldOf(cadence.id)
      .slice(0, mostPast)
      .map(({ id, startedAt, endedAt, leader, boards }) => ({
        id,
        startedAt,
        endedAt: endedAt ?? startedAt,
        leader: leader.name,
        discussed: boardsOf(cadence)
          .filter((board) => reader.sees(board))
          .filter((board) => boards.some((each) => each.board === board.id && wasDiscussed(each)))
          .map(({ title }) => title),
      }))

  const readable = (): readonly { readonly cadence: Cadence; readonly access: MeetingAccess }[] =>
    file.cadences.flatMap((cadence) => {
      const access = reader.access(cadence)
      return access === null ? [] : [{ cadence, access }]
    })

  return {
    list: async (): Promise<MeetingsAnswer> => {
      const seen = readable()
      const own = await Promise.all(
        file.cadences.flatMap((cadence) =>
          talksOf(cadence.id)
            .filter(isAction)
            .filter(({ owner, done }) => owner !== null && owner === reader.person && done === null)
            .map((action) => actionFor(cadence, action)),
        ),
      )
      const discussed = seen.filter(({ access }) => access !== 'time')
      const boards = file.boards
        .filter((board) => reader.sees(board))
        .flatMap((board) => {
          const talks = discussed
            .filter(({ cadence }) => cadence.boards.includes(board.id))
            .map(({ cadence }) => talkOf(cadence, board.id))
          const { lastAt, silentSince } = talkTogether(talks)
          return talks.length === 0 ? [] : [{ id: board.id, lastAt, silentSince }]
        })
      return {
        meetings: seen
          .map(({ cadence, access }) => summaryOf(cadence, access))
          .sort((a, b) => a.nextAt - b.nextAt),
        own,
        boards,
      }
    },
    one: async (cadence: Cadence, access: MeetingAccess): Promise<MeetingAnswer> => {
      const all = talksOf(cadence.id)
      const boards = boardsOf(cadence)
      const seen = boards.filter((board) => reader.sees(board))
      return {
        meeting: summaryOf(cadence, access),
        boards: seen.map((board) => {
          const { lastAt, silentSince } = talkOf(cadence, board.id)
          return { id: board.id, title: board.title, isForWalls: isForTheFloor(board), lastAt, silentSince }
        }),
        withheld: boards.length - seen.length,
        open: openFor(cadence, access),
        past: [...pastOf(cadence)],
        notes: await Promise.all(all.filter(isNote).map(noteFor)),
        actions: await Promise.all(all.filter(isAction).map((action) => actionFor(cadence, action))),
        people: roster.people.filter(isHere).map(({ id, name }) => ({ id, name })),
        mayErase: reader.mayErase,
      }
    },
  }
}
