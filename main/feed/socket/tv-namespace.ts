// The namespace of the walls: a stage and whole boards on arrival, then patches. A board is encoded once and sent to
// every TV that shows it.
import type { DefaultEventsMap, Namespace, Server, Socket } from 'socket.io'
import { isForTheFloor, refuseScreen } from '../../../shared/domain/screens/screen-stage.ts'
import { boardsOf } from '../../../shared/domain/screens/stage-boards.ts'
import type { RefusedTv } from '../../../shared/wire/pairing.ts'
import {
  type FeedToTv,
  HealthMessage,
  protocolVersion,
  ResyncMessage,
  type StageMessage,
  TvAuth,
  type TvToFeed,
} from '../../../shared/wire/socket.ts'
import type { Access } from '../access/access.ts'
import { ownScreenOf } from '../access/principal.ts'
import { hashToken } from '../access/token.ts'
import type { Clock } from '../clock.ts'
import type { Controls } from '../control/controls.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { ScreenDesk } from '../screens/screen-desk.ts'
import { type Admitted, guardNamespace, type NamespaceAccess, refusalWith } from './guard-namespace.ts'

/** What a TV may send, and who may. */
export const tvAccess: NamespaceAccess<keyof TvToFeed> = {
  connect: 'read',
  events: { sync: 'read', resync: 'read', health: 'read', plays: 'read' },
}

export interface TvNamespaceParts {
  readonly io: Server
  readonly access: Access
  readonly floor: LiveFloor
  readonly screens: Pick<ScreenDesk, 'arrive' | 'revocation'>
  readonly controls: Pick<Controls, 'holdOf' | 'onChange'>
  readonly clock: Clock
  /** Names the renderer that the feed serves. */
  readonly build: string
}

export interface TvNamespace {
  connected(): number
  /** What each TV last said of itself. */
  health(): readonly HealthMessage[]
  close(): void
}

interface TvState extends Admitted {
  screen: string | null
  /** The screen that it was sent last; null before its first stage. */
  shows: string | null
  /** Whether it is of the feed's own version. One that is not gets `hello` and nothing else. */
  reads: boolean
  boards: readonly string[]
  health: HealthMessage | null
}

type Tvs = Namespace<TvToFeed, FeedToTv, DefaultEventsMap, TvState>
type Tv = Socket<TvToFeed, FeedToTv, DefaultEventsMap, TvState>

const roomOf = (board: string): string => `board ${board}`

type Screens = TvNamespaceParts['screens']

/** What a TV says on its pairing page, where its token opens nothing. */
const explainTo =
  (screens: Screens) =>
  (token: string | null): RefusedTv => {
    const revocation = token === null ? null : screens.revocation(hashToken(token))
    return revocation === null ? { pairing: 'needed' } : { pairing: 'revoked', ...revocation }
  }

/** A TV that was taken off the wall stays off it where the doors stand open to everybody, too. */
const keepOutRevoked = (tvs: Tvs, screens: Screens): void => {
  const explain = explainTo(screens)
  tvs.use((tv, next) => {
    const why = explain(tv.data.token)
    next(why.pairing === 'revoked' ? refusalWith('unauthorized', why) : undefined)
  })
}

/**
 * The TV of one screen gets that one, whatever its address says. A screen that the floor does not have is refused, in
 * words that end up on the TV.
 */
const admitScreens = (tvs: Tvs, floor: LiveFloor): void => {
  tvs.use((tv, next) => {
    const auth = TvAuth.safeParse(tv.handshake.auth)
    // An address that ends in `?screen=` names none.
    const screen = ownScreenOf(tv.data.principal) ?? (auth.data?.screen || null)
    const refusal = auth.success ? refuseScreen(floor.current().file, screen) : 'unauthorized'
    const reads = auth.data?.protocol === protocolVersion
    Object.assign(tv.data, { screen, shows: null, reads, boards: [], health: null } satisfies Omit<
      TvState,
      keyof Admitted
    >)
    const gone: RefusedTv = { pairing: 'screen-gone', screen: screen ?? '' }
    next(refusal === null ? undefined : refusalWith(refusal, gone))
  })
}

const sendBoard = (tv: Tv, floor: LiveFloor, board: string): void => {
  const current = floor.desk.current(board)
  if (!current) return
  if ('view' in current) tv.emit('board', current)
  else tv.emit('board-error', current)
}

const leaveBoards = (tv: Tv, floor: LiveFloor): void => {
  for (const board of tv.data.boards) {
    floor.desk.unwatch(board)
    void tv.leave(roomOf(board))
  }
  tv.data.boards = []
}

const stageNow = (tv: Tv, { floor, controls, build }: TvNamespaceParts): StageMessage => {
  const stage = floor.stage(tv.data.screen, build)
  const hold = controls.holdOf(stage.screen.id)
  return hold === null ? stage : { ...stage, hold }
}

const sendStage = (tv: Tv, parts: TvNamespaceParts): void => {
  const { floor } = parts
  const stage = stageNow(tv, parts)
  const boards = boardsOf(stage)
  const known = new Set(tv.data.boards)
  // The new boards are watched before the old ones are let go: one that is in both is then not computed anew.
  for (const board of boards) floor.desk.watch(board)
  leaveBoards(tv, floor)
  tv.data.boards = boards
  tv.data.shows = stage.screen.id
  tv.emit('stage', stage)
  for (const board of boards) {
    // Sent and joined in one turn of the event loop, so that no patch can come in between.
    if (!known.has(board)) sendBoard(tv, floor, board)
    void tv.join(roomOf(board))
  }
}

const listenTo = (tv: Tv, { floor, screens, clock }: TvNamespaceParts): void => {
  const presence = screens.arrive({
    screen: tv.data.screen,
    command: (message) => void tv.emit('command', message),
    drop: () => void tv.disconnect(true),
  })
  tv.on('sync', (answer) => {
    if (typeof answer === 'function') answer({ now: clock.now() })
  })
  tv.on('resync', (message) => {
    const wanted = ResyncMessage.safeParse(message)
    if (wanted.success && tv.data.boards.includes(wanted.data.board)) sendBoard(tv, floor, wanted.data.board)
  })
  tv.on('health', (message) => {
    const health = HealthMessage.safeParse(message)
    if (!health.success) return
    tv.data.health = health.data
    presence.say(health.data)
  })
  tv.on('disconnect', () => {
    leaveBoards(tv, floor)
    presence.leave()
  })
}

/** An edit that takes a board from the floor sends its new view before walls have left its room: they do not get it. */
const sendChanges = (tvs: Tvs, floor: LiveFloor): void => {
  const isOnWalls = (id: string) =>
    floor.current().file.boards.some((board) => board.id === id && isForTheFloor(board))
  floor.desk.listen({
    patch: (message) => {
      if (isOnWalls(message.board)) tvs.to(roomOf(message.board)).emit('patch', message)
    },
    board: (message) => {
      if (isOnWalls(message.view.id)) tvs.to(roomOf(message.view.id)).emit('board', message)
    },
    error: (message) => {
      if (isOnWalls(message.board)) tvs.to(roomOf(message.board)).emit('board-error', message)
    },
  })
}

const sendStagesAnew = (tvs: Tvs, parts: TvNamespaceParts): void => {
  const { floor, controls } = parts
  controls.onChange((screen, what) => {
    if (what !== 'hold') return
    for (const tv of tvs.sockets.values()) if (tv.data.reads && tv.data.shows === screen) sendStage(tv, parts)
  })
  floor.onStageChange(() => {
    const { file } = floor.current()
    for (const tv of tvs.sockets.values()) {
      // A TV whose screen is gone comes back by itself, and is then told why it cannot have it.
      if (refuseScreen(file, tv.data.screen) !== null) tv.disconnect(true)
      else if (tv.data.reads) sendStage(tv, parts)
    }
  })
}

export const openTvNamespace = (parts: TvNamespaceParts): TvNamespace => {
  const { io, access, floor, screens, build } = parts
  const namespace = io.of('/tv')
  const guard = guardNamespace(namespace, access, tvAccess, explainTo(screens))
  const tvs: Tvs = namespace
  keepOutRevoked(tvs, screens)
  admitScreens(tvs, floor)
  tvs.on('connection', (tv) => {
    // The handshake request is not needed any more, and holds memory per TV. It is set to null and not deleted: V8
    // is slower with an object that lost a property.
    Object.assign(tv.conn, { request: null })
    tv.emit('hello', { protocol: protocolVersion, build })
    if (tv.data.reads) sendStage(tv, parts)
    listenTo(tv, parts)
  })
  sendChanges(tvs, floor)
  sendStagesAnew(tvs, parts)
  return {
    connected: () => tvs.sockets.size,
    health: () => [...tvs.sockets.values()].flatMap((tv) => tv.data.health ?? []),
    close: guard.close,
  }
}
