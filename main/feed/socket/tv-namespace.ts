// The namespace of the walls: a stage and whole boards on arrival, then patches. A board is encoded once and sent to
// every TV that shows it.
import type { Server } from 'socket.io'
import { PlaysMessage } from '../../../shared/wire/play.ts'
import { HealthMessage, protocolVersion, ResyncMessage, type TvToFeed } from '../../../shared/wire/socket.ts'
import type { Identity } from '../access/identity.ts'
import type { CelebrationDesk } from '../celebrations/celebration-desk.ts'
import type { Clock } from '../clock.ts'
import type { Controls } from '../control/controls.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { Limits } from '../limits/limits.ts'
import type { PlayBook } from '../screens/plays/play-book.ts'
import type { ScreenDesk } from '../screens/screen-desk.ts'
import type { ServicePin } from '../screens/service-pin.ts'
import { admitTvs, explainTo, keepOutRevoked } from './admit-tvs.ts'
import { answerOnceKept } from './answer-once-kept.ts'
import type { BoardCodes } from './board-codes.ts'
import { guardNamespace, type NamespaceAccess } from './guard-namespace.ts'
import { openTvBacklogs, type TvBacklogs } from './tv-backlog.ts'
import { leaveBoards, sendBoard, sendChanges, sendStage, sendStagesAnew } from './tv-boards.ts'
import { hearOfCelebrations, sendCelebrations, sendWhatIsCelebrated } from './tv-celebrations.ts'
import { sendServicePin, sendServicePinAnew } from './tv-service-pin.ts'
import type { Tv, Tvs } from './tv-state.ts'

/** What a TV may send, and who may. */
export const tvAccess: NamespaceAccess<keyof TvToFeed> = {
  connect: 'read',
  events: { sync: 'read', resync: 'read', health: 'read', plays: 'read', celebrated: 'read' },
  // A TV is no person: only what a console draws comes by the session of whoever looks at it.
  takesSession: ({ preview }) => preview !== undefined,
}

export interface TvNamespaceParts {
  readonly io: Server
  readonly identity: Pick<Identity, 'access' | 'cookie'>
  readonly floor: LiveFloor
  readonly screens: Pick<ScreenDesk, 'arrive' | 'revocation'>
  readonly plays: Pick<PlayBook, 'take'>
  readonly celebrations: Pick<CelebrationDesk, 'listen' | 'showingOn' | 'mediaAhead' | 'report'>
  readonly controls: Pick<Controls, 'holdOf' | 'onChange'>
  readonly servicePin: Pick<ServicePin, 'hashed' | 'onChange'>
  readonly limits: Pick<Limits, 'mayShowOn'>
  readonly clock: Clock
  /** Names the renderer that the feed serves. */
  readonly build: string
  readonly codesOf: BoardCodes
  /** Resolves once what a TV said outlives this machine; null: it is written where it belongs. */
  readonly durable?: (() => Promise<void>) | null
}

export interface TvNamespace {
  connected(): number
  /** What each TV last said of itself. */
  health(): readonly HealthMessage[]
  close(): void
}

/** A TV sends its reports one after another; one that sends more is not heard, and sends them again. */
const leastBetweenPlaysMs = 200

const hearOfBoards = (tv: Tv, { floor, clock }: TvNamespaceParts, backlogs: TvBacklogs): void => {
  tv.on('sync', (answer) => {
    if (typeof answer === 'function') answer({ now: clock.now() })
  })
  tv.on('resync', (message) => {
    const wanted = ResyncMessage.safeParse(message)
    if (!wanted.success || !tv.data.boards.includes(wanted.data.board)) return
    if (!backlogs.puts(tv, wanted.data.board)) sendBoard(tv, floor, wanted.data.board)
  })
  tv.on('disconnect', () => leaveBoards(tv, floor))
}

/** What a TV says of itself, and is told to do. */
const hearOfTv = (tv: Tv, { floor, screens, plays, durable }: TvNamespaceParts): void => {
  const presence = screens.arrive({
    screen: tv.data.screen,
    command: (message) => void tv.emit('command', message),
    drop: () => void tv.disconnect(true),
  })
  tv.on('health', (message) => {
    const health = HealthMessage.safeParse(message)
    if (!health.success) return
    tv.data.health = health.data
    presence.say(health.data)
  })
  let heardAt = Number.NEGATIVE_INFINITY
  tv.on('plays', (message, answer) => {
    const said = PlaysMessage.safeParse(message)
    const screen = tv.data.screen ?? floor.current().file.screens[0]?.id
    const isEarly = performance.now() - heardAt < leastBetweenPlaysMs
    if (!said.success || screen === undefined || isEarly || typeof answer !== 'function') return
    heardAt = performance.now()
    if (plays.take(screen, said.data)) answerOnceKept(durable, answer)
  })
  tv.on('disconnect', presence.leave)
}

export const openTvNamespace = (parts: TvNamespaceParts): TvNamespace => {
  const { io, identity, floor, screens, limits, build } = parts
  const namespace = io.of('/tv')
  const guard = guardNamespace(namespace, identity, tvAccess, explainTo(screens))
  const tvs: Tvs = namespace
  keepOutRevoked(tvs, screens)
  admitTvs(tvs, identity.access, floor, limits)
  const backlogs = openTvBacklogs((tv, board) => sendBoard(tv, floor, board))
  tvs.on('connection', (tv) => {
    // The handshake request is not needed any more, and holds memory per TV. It is set to null and not deleted: V8
    // is slower with an object that lost a property.
    Object.assign(tv.conn, { request: null })
    backlogs.watch(tv)
    tv.emit('hello', { protocol: protocolVersion, build })
    if (tv.data.reads) {
      sendStage(tv, parts)
      sendCelebrations(tv, parts)
      void sendServicePin(tv, parts)
    }
    hearOfBoards(tv, parts, backlogs)
    if (tv.data.preview === null) {
      hearOfTv(tv, parts)
      hearOfCelebrations(tv, parts)
    }
  })
  const stops = [
    guard.close,
    sendChanges(tvs, floor, backlogs),
    ...sendStagesAnew(tvs, parts),
    ...sendWhatIsCelebrated(tvs, parts),
    sendServicePinAnew(tvs, parts),
  ]
  const present = (): Tv[] => [...tvs.sockets.values()].filter(({ data }) => data.preview === null)
  return {
    connected: () => present().length,
    health: () => present().flatMap((tv) => tv.data.health ?? []),
    close: () => {
      for (const stop of stops) stop()
    },
  }
}
