// The line to the feed over which it says what has changed. The only file of the console that knows Socket.IO.
import type { QueryClient } from '@tanstack/react-query'
import { io, type Socket } from 'socket.io-client'
import type { z } from 'zod'
import {
  type ConsoleToFeed,
  ControlMessage,
  type FeedToConsole,
  FloorMessage,
  ScreensMessage,
} from '../../../shared/wire/console-socket.ts'
import type { Control } from '../../../shared/wire/control.ts'
import type { ScreensAnswer as ScreensSchema } from '../../../shared/wire/screens.ts'
import { noteFeedTime } from './feed-time.ts'
import { link } from './link.ts'
import { type FloorAnswer, floorQuery, screensQuery } from './queries.ts'

type ScreensAnswer = z.infer<typeof ScreensSchema>

export interface LiveLine {
  /** Says that a remote for this screen is open; null: none any more. */
  watch(screen: string | null): void
  /** Connects anew, as after signing in: the feed looks at the session when a line opens. */
  reconnect(): void
  close(): void
}

export const controlKey = (screen: string) => ['control', screen] as const

/** Lists that follow from the floor. */
const fromTheFloor = [['history'], ['advice'], ['faults'], ['unassigned']]

const mergeScreens = (
  before: ScreensAnswer | undefined,
  { now, screens, gone }: z.infer<typeof ScreensMessage>,
): ScreensAnswer => {
  const changed = new Map(screens.map((screen) => [screen.id, screen]))
  const left = new Set(gone)
  const kept = (before?.screens ?? []).filter(({ id }) => !changed.has(id) && !left.has(id))
  return { now, screens: [...kept, ...screens] }
}

/** The newer of two: an answer over HTTP and a message of the line may cross. */
export const newerControl = (before: Control | undefined, after: Control): Control =>
  before && before.version > after.version ? before : after

/** `whenBack`: called when the line is there again. */
export const openLiveLine = (client: QueryClient, whenBack: () => void): LiveLine => {
  const socket: Socket<FeedToConsole, ConsoleToFeed> = io('/console', {
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.5,
  })
  let watched: string | null = null

  const cut = () =>
    link.set((before) => (before.state === 'cut' ? before : { state: 'cut', since: Date.now() }))

  /** A message that cannot be read is dropped with a word in the log. */
  const take =
    <T>(schema: z.ZodType<T>, use: (message: T) => void) =>
    (raw: unknown) => {
      const parsed = schema.safeParse(raw)
      if (parsed.success) use(parsed.data)
      else console.warn('floorboard: the feed sent what this page cannot read:', parsed.error.message)
    }

  socket.on('connect', () => {
    link.set(() => ({ state: 'connected' }))
    if (watched !== null) socket.emit('watch', { screen: watched })
    whenBack()
  })
  socket.on('disconnect', (reason) => {
    cut()
    // Socket.IO does not come back by itself where the feed hung up, as when it restarts.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1000)
  })
  socket.on('connect_error', () => {
    cut()
    if (!socket.active) setTimeout(() => socket.connect(), 5000)
  })

  socket.on(
    'floor',
    take(FloorMessage, ({ version, now }) => {
      noteFeedTime(now)
      const known = client.getQueryData<FloorAnswer>(floorQuery.queryKey)
      if (known?.version === version) return
      void client.invalidateQueries({ queryKey: floorQuery.queryKey })
      for (const queryKey of fromTheFloor) void client.invalidateQueries({ queryKey })
    }),
  )
  socket.on(
    'screens',
    take(ScreensMessage, (message) => {
      noteFeedTime(message.now)
      client.setQueryData<ScreensAnswer>(screensQuery.queryKey, (before) => mergeScreens(before, message))
    }),
  )
  socket.on(
    'control',
    take(ControlMessage, ({ now, control }) => {
      noteFeedTime(now)
      client.setQueryData<Control>(controlKey(control.screen), (before) => newerControl(before, control))
    }),
  )

  return {
    watch: (screen) => {
      watched = screen
      if (socket.connected) socket.emit('watch', { screen })
    },
    reconnect: () => {
      socket.disconnect()
      socket.connect()
    },
    close: () => {
      socket.removeAllListeners()
      socket.disconnect()
      link.set(() => ({ state: 'connecting' }))
    },
  }
}
