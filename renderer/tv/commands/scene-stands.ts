// A board comes on within a second, and at first is not to be seen.

/** Longer than any board takes to come on, and a small part of the time for which the feed waits for a picture. */
const longestMs = 2000

/** Resolves once no scene comes or goes any more; at the latest after two seconds. */
export const sceneStands = async (page: ParentNode): Promise<void> => {
  const moves = [...page.querySelectorAll('.scene')].flatMap((scene) => scene.getAnimations())
  // The move of a scene that is removed meanwhile rejects.
  const moved = Promise.allSettled(moves.map(({ finished }) => finished))
  let timer: ReturnType<typeof setTimeout> | undefined
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, longestMs)
  })
  await Promise.race([moved, waited])
  clearTimeout(timer)
}
