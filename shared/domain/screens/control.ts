// Who holds a screen: what somebody with a remote asks for, decided from what stands. Pure; times are epoch ms on the
// feed's clock.
import type { ControlAction, Hold, Holder } from '../../wire/control.ts'
import type { Scene } from '../../wire/socket.ts'

/** What is known of a screen's hold. A change is another object with a higher version; nothing to change, the same one. */
export interface ControlState {
  readonly screen: string
  readonly version: number
  readonly hold: Hold | null
  /** Of a playlist that is shown once: its scenes, and which of them is on. */
  readonly show: { readonly scenes: readonly Scene[]; readonly at: number } | null
  /** Oldest first. */
  readonly asking: readonly Holder[]
  /** Who made the last change; null: the clock, or an edit of the floor. */
  readonly changedBy: Holder | null
}

/** What the floor has for a screen at that moment. */
export interface ControlledWall {
  /** The boards of the playlist that is on, as the wall shows them: those for the floor, in their order. */
  readonly boards: readonly string[]
  board(id: string): 'floor' | 'private' | 'unknown'
  /** A playlist as this screen would show it, with what is for the floor; null where the floor has none of that id. */
  playlist(id: string): { readonly name: string; readonly scenes: readonly Scene[] } | null
}

export interface ControlRefusal {
  readonly code:
    | 'stale-control'
    | 'wall-held'
    | 'not-held'
    | 'private-board'
    | 'unknown-board'
    | 'unknown-playlist'
  /** A sentence that a person can act on. */
  readonly message: string
}

export type ControlDecision =
  | { readonly ok: true; readonly state: ControlState }
  | { readonly ok: false; readonly refusal: ControlRefusal }

/** How long a board stays after a step that names no time, on a screen that nobody held. */
export const stepHoldMs = 5 * 60_000

/** Nobody extends a hold beyond this from now. */
export const longestHoldMs = 8 * 3_600_000

const minuteMs = 60_000

/** Of a screen that nobody has held yet. */
export const freeControl = (screen: string, version: number): ControlState => ({
  screen,
  version,
  hold: null,
  show: null,
  asking: [],
  changedBy: null,
})

const refuse = (code: ControlRefusal['code'], message: string): ControlDecision => ({
  ok: false,
  refusal: { code, message },
})

type Change = Partial<Pick<ControlState, 'hold' | 'show' | 'asking'>>

const changed = (state: ControlState, by: Holder | null, change: Change): ControlState => ({
  ...state,
  ...change,
  version: state.version + 1,
  changedBy: by,
})

const ended = (state: ControlState, by: Holder | null): ControlState =>
  changed(state, by, { hold: null, show: null, asking: [] })

/** The huddle with the time that its board has been on so far. */
const withSpent = ({ huddle, board, since }: Hold, now: number): Hold['huddle'] =>
  huddle && {
    ...huddle,
    boards: huddle.boards.map((each) =>
      each.board === board ? { ...each, spentMs: each.spentMs + Math.max(0, now - since) } : each,
    ),
  }

/** The same hold, on another board. */
const onBoard = (hold: Hold, board: string, now: number): Hold => ({
  ...hold,
  board,
  page: null,
  since: now,
  huddle: withSpent(hold, now),
})

const durationOf = (scenes: readonly Scene[]): number =>
  scenes.reduce((sum, { seconds }) => sum + seconds * 1000, 0)

/** A playlist from one of its scenes on; after the last it is over. */
const showFrom = (
  state: ControlState,
  by: Holder | null,
  holder: Holder,
  scenes: readonly Scene[],
  at: number,
  now: number,
): ControlState => {
  const scene = scenes[at]
  if (!scene) return ended(state, by)
  const until = now + durationOf(scenes.slice(at))
  const hold: Hold = {
    kind: 'hold',
    holder,
    board: scene.board,
    page: null,
    since: now,
    until,
    huddle: null,
  }
  return changed(state, by, { hold, show: { scenes, at } })
}

/** What time alone has changed: a hold ends at its `until`, a playlist that is shown once goes on to its next board. */
export const settled = (state: ControlState, now: number): ControlState => {
  let here = state
  while (here.hold) {
    if (now >= here.hold.until) return ended(here, null)
    const scene = here.show?.scenes[here.show.at]
    const stepAt = scene ? here.hold.since + scene.seconds * 1000 : Number.POSITIVE_INFINITY
    if (!here.show || now < stepAt) return here
    here = showFrom(here, null, here.hold.holder, here.show.scenes, here.show.at + 1, stepAt)
  }
  return here
}

/** When time alone changes something next; null while nobody holds the screen. */
export const nextChangeOf = ({ hold, show }: ControlState): number | null => {
  if (!hold) return null
  const scene = show?.scenes[show.at]
  return scene ? Math.min(hold.until, hold.since + scene.seconds * 1000) : hold.until
}

/** The nearest of `boards` from one on that is still there: after it, else before it. */
const nearestLeft = (
  boards: readonly string[],
  current: string,
  isLeft: (board: string) => boolean,
): string | undefined => {
  const at = boards.indexOf(current)
  return boards.slice(at).find(isLeft) ?? boards.slice(0, at).findLast(isLeft)
}

/**
 * What an edit of the floor leaves of a hold: a board that is gone, or no longer for the floor, leaves a huddle and a
 * playlist that is shown; they step on, and end with their last board. Any other hold of it ends.
 */
export const afterEdit = (state: ControlState, wall: ControlledWall, now: number): ControlState => {
  const { hold, show } = state
  if (!hold) return state
  const isLeft = (board: string): boolean => wall.board(board) === 'floor'
  if (hold.huddle) {
    const all = hold.huddle.boards
    const boards = all.filter(({ board }) => isLeft(board))
    if (boards.length === all.length) return state
    const next = nearestLeft(
      all.map(({ board }) => board),
      hold.board,
      isLeft,
    )
    if (next === undefined) return ended(state, null)
    const kept = { ...hold, huddle: { ...hold.huddle, boards } }
    return changed(state, null, { hold: next === hold.board ? kept : onBoard(kept, next, now) })
  }
  if (show) {
    const scenes = show.scenes.filter(({ board }) => isLeft(board))
    if (scenes.length === show.scenes.length) return state
    const at = show.scenes.slice(0, show.at).filter(({ board }) => isLeft(board)).length
    const next = isLeft(hold.board) ? hold.since : now
    return showFrom(state, null, hold.holder, scenes, at, next)
  }
  return isLeft(hold.board) ? state : ended(state, null)
}

/** The one before or after; a list is gone round, a huddle and a playlist that is shown end at their ends. */
const neighbour = (boards: readonly string[], board: string, step: 1 | -1): string | undefined => {
  const at = boards.indexOf(board)
  if (at === -1) return boards[0]
  return boards[(at + step + boards.length) % boards.length]
}

const nothingToShow = (): ControlDecision =>
  refuse('private-board', 'Nothing on this playlist is for the floor, so a wall cannot show it.')

interface Asked {
  readonly state: ControlState
  readonly who: Holder
  readonly wall: ControlledWall
  readonly now: number
}

const done = (state: ControlState): ControlDecision => ({ ok: true, state })

type Action<Do extends ControlAction['do']> = Extract<ControlAction, { readonly do: Do }>

const takeStep = ({ state, who, wall, now }: Asked, action: Action<'next' | 'back'>): ControlDecision => {
  const step = action.do === 'next' ? 1 : -1
  const { hold, show } = state
  if (hold?.huddle) {
    const boards = hold.huddle.boards.map(({ board }) => board)
    const next = boards[boards.indexOf(hold.board) + step]
    if (next === undefined) return done(state)
    const until = action.forMs === undefined ? hold.until : now + action.forMs
    return done(changed(state, who, { hold: { ...onBoard(hold, next, now), until } }))
  }
  if (hold && show) {
    const at = Math.max(0, show.at + step)
    return done(showFrom(state, who, who, show.scenes, at, now))
  }
  const board = neighbour(wall.boards, hold?.board ?? action.board, step)
  if (board === undefined) return nothingToShow()
  const until = action.forMs === undefined ? (hold?.until ?? now + stepHoldMs) : now + action.forMs
  return done(
    changed(state, who, {
      hold: { kind: 'hold', holder: who, board, page: null, since: now, until, huddle: null },
    }),
  )
}

const takeBoard = ({ state, who, wall, now }: Asked, action: Action<'hold' | 'pin'>): ControlDecision => {
  const { board, page = null, forMs } = action
  const kind = wall.board(board)
  if (kind === 'unknown') return refuse('unknown-board', `The floor has no board "${board}".`)
  if (kind === 'private')
    return refuse('private-board', 'This board is not for the floor, so a wall cannot show it.')
  const { hold } = state
  const until = now + forMs
  const isOfHuddle = hold?.huddle?.boards.some((each) => each.board === board) ?? false
  if (hold && isOfHuddle && action.do === 'hold') {
    const since = hold.board === board ? hold.since : now
    const moved = hold.board === board ? hold : onBoard(hold, board, now)
    return done(changed(state, who, { hold: { ...moved, since, page, until } }))
  }
  return done(
    changed(state, who, {
      hold: { kind: action.do, holder: who, board, page, since: now, until, huddle: null },
      show: null,
    }),
  )
}

const takePlaylist = (
  { state, who, wall, now }: Asked,
  action: Action<'show' | 'huddle'>,
): ControlDecision => {
  const playlist = wall.playlist(action.playlist)
  if (!playlist) return refuse('unknown-playlist', `The floor has no playlist "${action.playlist}".`)
  const [first] = playlist.scenes
  if (!first) return nothingToShow()
  if (action.do === 'show') return done(showFrom(state, who, who, playlist.scenes, 0, now))
  const boards = [...new Set(playlist.scenes.map(({ board }) => board))]
  return done(
    beginHuddle(state, who, { title: playlist.name, boards, board: first.board, forMs: action.forMs }, now),
  )
}

/** What is gone through, from which of its boards on, and for how long at most, in ms. */
export interface HuddlePlan {
  readonly title: string
  /** Those for the floor. */
  readonly boards: readonly string[]
  readonly board: string
  readonly forMs: number
}

const beginHuddle = (
  state: ControlState,
  who: Holder,
  { title, boards, board, forMs }: HuddlePlan,
  now: number,
): ControlState =>
  changed(state, who, {
    hold: {
      kind: 'huddle',
      holder: who,
      board,
      page: null,
      since: now,
      until: now + forMs,
      huddle: { title, boards: boards.map((each) => ({ board: each, discussed: false, spentMs: 0 })) },
    },
    show: null,
  })

/** Marks the board and goes on to the next; the last one stays until the huddle is released. */
const takeDiscussed = ({ state, who, now }: Asked, hold: Hold): ControlDecision => {
  if (!hold.huddle) return refuse('not-held', 'Nothing is discussed on this screen: start a huddle.')
  const boards = hold.huddle.boards.map((each) =>
    each.board === hold.board ? { ...each, discussed: true } : each,
  )
  const marked = { ...hold, huddle: { ...hold.huddle, boards } }
  const next = boards[boards.findIndex(({ board }) => board === hold.board) + 1]
  return done(changed(state, who, { hold: next ? onBoard(marked, next.board, now) : marked }))
}

const answerAsking = (
  { state, who }: Asked,
  hold: Hold,
  action: Action<'hand-over' | 'not-yet'>,
): ControlDecision => {
  const other = state.asking.find(({ id }) => id === action.to)
  if (!other) return refuse('stale-control', 'They do not ask for the wall any more.')
  const asking = state.asking.filter(({ id }) => id !== action.to)
  return done(
    changed(state, who, action.do === 'not-yet' ? { asking } : { asking, hold: { ...hold, holder: other } }),
  )
}

const leftInWords = (ms: number): string => {
  const minutes = Math.max(1, Math.ceil(ms / minuteMs))
  if (minutes < 90) return minutes === 1 ? 'a minute' : `${minutes} minutes`
  return `${Math.round(minutes / 60)} hours`
}

const heldByOther = (hold: Hold, now: number): ControlDecision =>
  refuse(
    'wall-held',
    `${hold.holder.name} holds this screen for ${leftInWords(hold.until - now)} more at most. Ask for it.`,
  )

const ask = ({ state, who }: Asked): ControlDecision => {
  if (!state.hold) return refuse('not-held', 'Nobody holds this screen: you can take it.')
  const isKnown = state.hold.holder.id === who.id || state.asking.some(({ id }) => id === who.id)
  return done(isKnown ? state : changed(state, who, { asking: [...state.asking, who] }))
}

/** What changes the board on the wall is decided on what its remote saw; the rest names what it means by itself. */
const goesByVersion: Readonly<Record<ControlAction['do'], boolean>> = {
  hold: true,
  next: true,
  back: true,
  pin: true,
  show: true,
  huddle: true,
  discussed: true,
  extend: false,
  release: false,
  ask: false,
  'hand-over': false,
  'not-yet': false,
}

const stale = ({ changedBy }: ControlState): ControlDecision =>
  refuse(
    'stale-control',
    changedBy
      ? `${changedBy.name} has changed what this screen shows meanwhile. Look, and try again.`
      : 'This screen has gone on by itself meanwhile. Look, and try again.',
  )

const decideHeld = (asked: Asked, hold: Hold, action: ControlAction): ControlDecision => {
  const { state, who, now } = asked
  switch (action.do) {
    case 'discussed':
      return takeDiscussed(asked, hold)
    case 'hand-over':
    case 'not-yet':
      return answerAsking(asked, hold, action)
    case 'extend': {
      const until = Math.min(hold.until + action.forMs, now + longestHoldMs)
      // A playlist that is shown once has its own end: it stays on the board that is on.
      return done(changed(state, who, { hold: { ...hold, until }, show: null }))
    }
    case 'release':
      return done(ended(state, who))
    case 'ask':
      return ask(asked)
    default:
      return decideFree(asked, action)
  }
}

const decideFree = (asked: Asked, action: ControlAction): ControlDecision => {
  switch (action.do) {
    case 'next':
    case 'back':
      return takeStep(asked, action)
    case 'hold':
    case 'pin':
      return takeBoard(asked, action)
    case 'show':
    case 'huddle':
      return takePlaylist(asked, action)
    case 'ask':
      return ask(asked)
    case 'release':
      return done(asked.state)
    default:
      return refuse('not-held', 'Nobody holds this screen any more.')
  }
}

/**
 * What `who` asks of a screen at an instant, on the version of its control that their remote saw. Refused on an older one
 * where the board on the wall depends on it, and while another holds the screen: then there is only to ask for it. Devices
 * of one person are that person.
 */
export const decideControl = (
  before: ControlState,
  action: ControlAction,
  who: Holder,
  seen: { readonly version: number; readonly wall: ControlledWall; readonly now: number },
): ControlDecision => {
  const { version, wall, now } = seen
  const state = settled(before, now)
  const { hold } = state
  const asked = { state, who, wall, now }
  if (hold && hold.holder.id !== who.id) return action.do === 'ask' ? ask(asked) : heldByOther(hold, now)
  if (goesByVersion[action.do] && version !== state.version) return stale(state)
  return hold ? decideHeld(asked, hold, action) : decideFree(asked, action)
}

/**
 * A meeting comes to a screen, whatever it shows: with what is for the floor of its boards. Refused while another holds the
 * screen, and where nothing of it is for the floor.
 */
export const decideMeeting = (
  before: ControlState,
  plan: HuddlePlan,
  who: Holder,
  { wall, now }: { readonly wall: ControlledWall; readonly now: number },
): ControlDecision => {
  const state = settled(before, now)
  if (state.hold && state.hold.holder.id !== who.id) return heldByOther(state.hold, now)
  const boards = plan.boards.filter((board) => wall.board(board) === 'floor')
  const [first] = boards
  if (first === undefined)
    return refuse('private-board', 'None of its boards is for the floor, so a wall cannot show it.')
  const board = boards.includes(plan.board) ? plan.board : first
  return done(beginHuddle(state, who, { ...plan, boards, board }, now))
}

/** What a meeting does with its screen: ticks a board off, and goes to another; null leaves it where it is. */
export interface MeetingStep {
  readonly to: string | null
  readonly discussed: string | null
  /** From now on, in ms. */
  readonly forMs: number
}

/** In one change, so that no board flashes by in between. A board that the huddle does not have leaves it where it is. */
export const decideMeetingStep = (
  before: ControlState,
  { to, discussed, forMs }: MeetingStep,
  who: Holder,
  now: number,
): ControlDecision => {
  const state = settled(before, now)
  const { hold } = state
  if (!hold?.huddle) return refuse('not-held', 'Nothing is discussed on this screen: start a huddle.')
  if (hold.holder.id !== who.id) return heldByOther(hold, now)
  const boards = hold.huddle.boards.map((each) =>
    each.board === discussed ? { ...each, discussed: true } : each,
  )
  const marked = { ...hold, until: now + forMs, huddle: { ...hold.huddle, boards } }
  const moves = to !== null && to !== hold.board && boards.some(({ board }) => board === to)
  return done(changed(state, who, { hold: moves ? onBoard(marked, to, now) : marked }))
}
