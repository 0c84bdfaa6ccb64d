// The namespace `/console` of the socket: what keeps open consoles and remotes up to date. They ask and act over HTTP.
import { z } from 'zod'
import { Control } from './control.ts'
import { ChangedBy } from './floor-edits.ts'
import { ScreenStatus } from './screens.ts'
import { Slug } from './text.ts'

/** On connection, and whenever the floor changed: consoles ask for the floor anew. */
export const FloorMessage = z.object({ version: z.int(), by: ChangedBy, now: z.number(), build: z.string() })
/** All screens on connection, then those that changed. `gone`: screens that the floor no longer has. */
export const ScreensMessage = z.object({
  now: z.number(),
  screens: z.array(ScreenStatus),
  gone: z.array(z.string()),
})
/** Of the screens whose remote this socket has opened (`watch`). */
export const ControlMessage = z.object({ now: z.number(), control: Control })

export interface FeedToConsole {
  floor: (message: z.infer<typeof FloorMessage>) => void
  screens: (message: z.infer<typeof ScreensMessage>) => void
  control: (message: z.infer<typeof ControlMessage>) => void
}

/** A remote is open for this screen; null: none any more. */
export const WatchMessage = z.object({ screen: Slug.nullable() })

export interface ConsoleToFeed {
  watch: (message: z.infer<typeof WatchMessage>) => void
}
