// The namespace of open consoles: what the floor's version is, and how the screens are. They ask and act over HTTP.
import type { DefaultEventsMap, Namespace, Server, Socket } from 'socket.io'
import type { z } from 'zod'
import {
  type ConsoleToFeed,
  type FeedToConsole,
  type FloorMessage,
  WatchMessage,
} from '../../../shared/wire/console-socket.ts'
import type { ScreenStatus } from '../../../shared/wire/screens.ts'
import type { Identity } from '../access/identity.ts'
import type { Clock } from '../clock.ts'
import type { Controls } from '../control/controls.ts'
import { holderOf } from '../control/holder.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { ScreenDesk } from '../screens/screen-desk.ts'
import { type Admitted, guardNamespace, type NamespaceAccess } from './guard-namespace.ts'

/** What a console may send, and who may. */
export const consoleAccess: NamespaceAccess<keyof ConsoleToFeed> = {
  connect: 'look',
  events: { watch: 'look' },
  takesSession: () => true,
}

export interface ConsoleNamespaceParts {
  readonly io: Server
  readonly identity: Pick<Identity, 'access' | 'cookie'>
  readonly floor: Pick<LiveFloor, 'current' | 'onStageChange'>
  readonly screens: Pick<ScreenDesk, 'statuses' | 'onChange'>
  readonly controls: Pick<Controls, 'of' | 'onChange' | 'openRemote'>
  readonly clock: Clock
  readonly version: string
}

interface ConsoleState extends Admitted {
  /** The screen whose remote this console has opened. */
  watched: string | null
}

type Consoles = Namespace<ConsoleToFeed, FeedToConsole, DefaultEventsMap, ConsoleState>
type Console = Socket<ConsoleToFeed, FeedToConsole, DefaultEventsMap, ConsoleState>

/** Changed screens are sent four times a second at most. */
const gatherMs = 250
/** What changes by the clock alone: a board that is on by its playlist, a hold that has ended. */
const lookEveryMs = 2000

/** Who made the version that stands is in the floor's history. */
const somebody: z.infer<typeof FloorMessage>['by'] = { kind: 'unknown', name: '' }

/** Sends what changed since it was sent last. A status says when it was seen, which is no change. */
const createScreenWatch = (screens: ConsoleNamespaceParts['screens']) => {
  let sent = new Map<string, string>()
  const textOf = ({ lastSeen, ...status }: ScreenStatus): string => JSON.stringify(status)
  return {
    changes: (): { readonly screens: ScreenStatus[]; readonly gone: string[] } => {
      const before = sent
      const statuses = screens.statuses()
      sent = new Map(statuses.map((status) => [status.id, textOf(status)]))
      return {
        screens: statuses.filter(({ id }) => before.get(id) !== sent.get(id)),
        gone: [...before.keys()].filter((id) => !sent.has(id)),
      }
    },
  }
}

export const openConsoleNamespace = (parts: ConsoleNamespaceParts): { close(): void } => {
  const { io, identity, floor, screens, controls, clock, version } = parts
  const namespace = io.of('/console')
  const guard = guardNamespace(namespace, identity, consoleAccess)
  const consoles: Consoles = namespace
  const watch = createScreenWatch(screens)

  const floorMessage = () => ({
    version: floor.current().version,
    by: somebody,
    now: clock.now(),
    build: version,
  })
  let announced = floor.current().version

  const sendChanges = (): void => {
    if (consoles.sockets.size === 0) return
    const { screens: changed, gone } = watch.changes()
    if (changed.length > 0 || gone.length > 0)
      consoles.emit('screens', { now: clock.now(), screens: changed, gone })
  }
  let gathering: NodeJS.Timeout | null = null
  const gather = (): void => {
    if (gathering !== null || consoles.sockets.size === 0) return
    gathering = setTimeout(() => {
      gathering = null
      sendChanges()
    }, gatherMs)
  }
  const looking = setInterval(gather, lookEveryMs)
  looking.unref()
  const stopScreens = screens.onChange(gather)
  const stopStage = floor.onStageChange(() => {
    const current = floor.current().version
    if (current === announced) return
    announced = current
    consoles.emit('floor', floorMessage())
  })

  const sendControl = (page: Console): void => {
    const control = page.data.watched === null ? null : controls.of(page.data.watched)
    if (control !== null) page.emit('control', { now: clock.now(), control })
  }
  const stopControls = controls.onChange((screen) => {
    for (const page of consoles.sockets.values()) if (page.data.watched === screen) sendControl(page)
  })

  consoles.on('connection', (page: Console) => {
    Object.assign(page.conn, { request: null })
    page.data.watched = null
    let closeRemote = (): void => undefined
    // Whoever is there already gets what changed first, so that nobody misses it.
    sendChanges()
    page.emit('floor', floorMessage())
    page.emit('screens', { now: clock.now(), screens: [...screens.statuses()], gone: [] })
    page.on('watch', (message) => {
      const watched = WatchMessage.safeParse(message)
      if (!watched.success) return
      closeRemote()
      const { screen } = watched.data
      page.data.watched = screen
      if (screen === null || controls.of(screen) === null) return
      closeRemote = controls.openRemote(screen, holderOf(page.data.principal))
      sendControl(page)
    })
    page.on('disconnect', () => closeRemote())
  })

  return {
    close: () => {
      for (const stop of [guard.close, stopScreens, stopStage, stopControls]) stop()
      clearInterval(looking)
      if (gathering !== null) clearTimeout(gathering)
    },
  }
}
