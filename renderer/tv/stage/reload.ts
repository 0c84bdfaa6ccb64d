// Moves to the renderer that the feed serves now, and only while the feed answers, so that a reload never ends on an
// error page.
import type { Store } from '../../live/store.ts'
import type { Wall } from '../../live/wall.ts'

interface ReloadOptions {
  readonly ownBuild: string
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** Resolves to whether the page could be had again. */
  readonly serverAnswers: () => Promise<boolean>
  readonly reload: () => void
}

const reloadedKey = 'floorboard:reloaded-for'

export type Reloader = (feedBuild: string) => Promise<void>

/** Tries once for each build: what stands between may still have the page of before. */
export const createReloader = ({ ownBuild, storage, serverAnswers, reload }: ReloadOptions): Reloader => {
  let asking = false
  return async (feedBuild) => {
    if (asking || feedBuild === ownBuild || storage.getItem(reloadedKey) === feedBuild) return
    asking = true
    const answers = await serverAnswers()
    asking = false
    if (!answers) return
    storage.setItem(reloadedKey, feedBuild)
    reload()
  }
}

interface DueOptions {
  readonly wall: Store<Wall>
  readonly look: Store<{ readonly scene: { readonly board: string | null } | null }>
  readonly reloadTo: Reloader
}

/** Between two scenes; at once where no board is on, or where nothing that the feed sends can be read. */
export const reloadWhenDue = ({ wall, look, reloadTo }: DueOptions): void => {
  const boardNow = () => look.get().scene?.board ?? null
  let board = boardNow()
  const consider = (): void => {
    const before = board
    board = boardNow()
    const interrupts = board !== null && board === before
    const { stage, link } = wall.get()
    if (link.state === 'unreadable' && link.feed !== null) void reloadTo(link.feed.build)
    if (link.state === 'connected' && stage !== null && !interrupts) void reloadTo(stage.build)
  }

  look.subscribe(consider)
  // Numbers change ten times a second, and are no reason to look again.
  let { stage, link } = wall.get()
  wall.subscribe(() => {
    const now = wall.get()
    if (now.stage === stage && now.link === link) return
    stage = now.stage
    link = now.link
    consider()
  })
}
