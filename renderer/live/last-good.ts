// The last good state, stored across reboots: a TV that starts without a feed shows the last numbers, and their age.
import { z } from 'zod'
import type { KioskBridge } from '../../shared/wire/kiosk.ts'
import { BoardErrorMessage, BoardMessage, StageMessage } from '../../shared/wire/socket.ts'
import type { Shelf } from './page-shelf.ts'
import type { Store } from './store.ts'
import { emptyWall, type Wall, withBoard, withBoardError, withStage } from './wall.ts'

export const LastGood = z.object({
  format: z.literal(1),
  stage: StageMessage,
  boards: z.array(BoardMessage),
  errors: z.array(BoardErrorMessage),
  /** When the feed sent something last, epoch ms on its clock. */
  heardAt: z.number(),
  /** Feed clock minus this machine's own clock, ms: used after a reboot until the feed answers. */
  offsetMs: z.number(),
})
export type LastGood = z.infer<typeof LastGood>

export interface LastGoodShelf {
  load(): Promise<string | null>
  save(json: string): void
}

/** Local storage holds about five million characters for all pages of one origin. */
const maxCharacters = 2_000_000
const saveEveryMs = 5000

export const kioskShelf = (kiosk: KioskBridge): LastGoodShelf => ({
  load: () => kiosk.loadLastGood(),
  save: (json) => kiosk.saveLastGood(json),
})

export const storageShelf = (
  storage: Pick<Shelf, 'getItem' | 'setItem'>,
  key: () => string,
): LastGoodShelf => ({
  load: async () => storage.getItem(key()),
  save: (json) => storage.setItem(key(), json),
})

/** Null for anything that is not a state of this version, such as another version's or one that was cut short. */
export const readLastGood = (json: string | null): LastGood | null => {
  if (json === null) return null
  try {
    const parsed = LastGood.safeParse(JSON.parse(json))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Without a hold: whoever held the screen may have let go of it since. */
export const wallFromLastGood = (last: LastGood): Wall => {
  const { hold, ...stage } = last.stage
  const staged = withStage(emptyWall, stage)
  const wall = last.errors.reduce(withBoardError, last.boards.reduce(withBoard, staged))
  return { ...wall, link: { state: 'gone', since: last.heardAt, refused: null } }
}

/** When all boards together are too long, the biggest are left out. */
const write = (wall: Wall, stage: StageMessage, heardAt: number, offsetMs: number): string => {
  const boards = [...wall.boards.values()]
    .map(({ version, view }) => JSON.stringify({ version, view }))
    .sort((a, b) => a.length - b.length)
  const head = { format: 1, stage, errors: [...wall.errors.values()], heardAt, offsetMs }
  let room = maxCharacters - JSON.stringify(head).length
  const kept = boards.filter((board) => {
    room -= board.length + 1
    return room > 0
  })
  return `${JSON.stringify(head).slice(0, -1)},"boards":[${kept.join(',')}]}`
}

interface KeepOptions {
  readonly wall: Store<Wall>
  readonly shelf: LastGoodShelf
  readonly heardAt: () => number | null
  readonly offsetMs: () => number
}

/** Saves at most every five seconds, and only changes that came while the feed was connected. */
export const keepLastGood = ({ wall, shelf, heardAt, offsetMs }: KeepOptions): { close(): void } => {
  let timer: ReturnType<typeof setTimeout> | null = null
  const save = () => {
    timer = null
    const now = wall.get()
    const heard = heardAt()
    if (now.stage !== null && heard !== null) shelf.save(write(now, now.stage, heard, offsetMs()))
  }
  const unsubscribe = wall.subscribe(() => {
    if (timer === null && wall.get().link.state === 'connected') timer = setTimeout(save, saveEveryMs)
  })
  return {
    close: () => {
      unsubscribe()
      if (timer !== null) clearTimeout(timer)
    },
  }
}
