// Moves to the renderer that the feed serves now: between two scenes, and only while the feed answers, so that a
// reload never ends on an error page.

interface ReloadOptions {
  readonly ownBuild: string
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** Resolves to whether the page could be had again. */
  readonly serverAnswers: () => Promise<boolean>
  readonly reload: () => void
}

const reloadedKey = 'floorboard:reloaded-for'

/** Call it between scenes. It tries once for each build: the page in the shell does not come from the feed at all. */
export const createReloader =
  ({ ownBuild, storage, serverAnswers, reload }: ReloadOptions) =>
  async (feedBuild: string): Promise<void> => {
    if (feedBuild === ownBuild || storage.getItem(reloadedKey) === feedBuild) return
    if (!(await serverAnswers())) return
    storage.setItem(reloadedKey, feedBuild)
    reload()
  }
