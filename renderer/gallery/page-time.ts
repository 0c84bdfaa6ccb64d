// The gallery's own time: what a change sets off goes on as fast as somebody wants to look at it, or stands still at an
// instant. Timers and animations that begin while it rules go by it; what began before has come to rest.

interface PageTime {
  /** To an instant, ms after it took over, through every timer on the way; resolves when all of it is on the page. */
  advanceTo(at: number): Promise<void>
  /** Goes on from where it is, `speed` times as fast as a wall. */
  run(speed: number): void
}

interface Timer {
  readonly due: number
  readonly work: () => void
}

/** What a change of the page asks of the browser is done two frames later; `each` frame nothing may have gone on. */
const framesShown = async (each: () => void): Promise<void> => {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    each()
  }
}

export const takeOverTime = (): PageTime => {
  let now = 0
  let nextId = 1_000_000_000
  const timers = new Map<number, Timer>()
  const begunAt = new Map<Animation, number>()
  // A slow machine may still be bringing the board in.
  for (const animation of document.getAnimations())
    if (animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity)
      animation.finish()
  const clearReal = window.clearTimeout.bind(window)

  window.setTimeout = ((work: () => void, ms = 0): number => {
    nextId += 1
    timers.set(nextId, { due: now + ms, work })
    return nextId
  }) as typeof window.setTimeout
  window.clearTimeout = (id) => {
    if (!timers.delete(Number(id))) clearReal(id)
  }

  /** Each animation is where it would be by now; one that is new begins now. */
  const place = (): void => {
    const all = document.getAnimations()
    for (const animation of all) {
      const begun = begunAt.get(animation) ?? now
      begunAt.set(animation, begun)
      animation.pause()
      animation.currentTime = now - begun
    }
    const left = new Set(all)
    for (const animation of begunAt.keys()) if (!left.has(animation)) begunAt.delete(animation)
  }
  const nextDue = (until: number): [number, Timer] | undefined =>
    [...timers].filter(([, { due }]) => due <= until).sort(([, a], [, b]) => a.due - b.due)[0]
  const ring = ([id, { due, work }]: [number, Timer]): void => {
    now = Math.max(now, due)
    timers.delete(id)
    work()
  }

  return {
    advanceTo: async (at) => {
      await framesShown(place)
      for (let next = nextDue(at); next; next = nextDue(at)) {
        ring(next)
        await framesShown(place)
      }
      now = at
      await framesShown(place)
    },
    run: (speed) => {
      let last = performance.now()
      const step = (): void => {
        const frame = performance.now()
        const until = now + (frame - last) * speed
        last = frame
        for (let next = nextDue(until); next; next = nextDue(until)) ring(next)
        now = until
        place()
        requestAnimationFrame(step)
      }
      requestAnimationFrame(step)
    },
  }
}
