// Numbers that count up. All that count at one time share one timer, which runs only while they do. It is a timer
// and no frame loop: a frame loop would make the browser work out styles sixty times a second beside the rows that
// the compositor moves, for numbers that nobody can read that fast.

/** Each is a frame that the main thread has to draw while rows travel; the number stands before its row does. */
const steps = 5
const stepMs = 100

interface Count {
  readonly from: number
  readonly to: number
  readonly write: (amount: number) => void
  step: number
}

const easeOut = (share: number): number => 1 - (1 - share) ** 3

/** From 14 to 15 meetings there is no 14.6. */
const between = (from: number, to: number, share: number): number => {
  const amount = from + (to - from) * share
  return Number.isInteger(from) && Number.isInteger(to) ? Math.round(amount) : amount
}

export interface Counter {
  /** Writes at most five times, the last time exactly `to`. Returns what stops it. */
  count(from: number, to: number, write: (amount: number) => void): () => void
}

export const createCounter = (): Counter => {
  const running = new Set<Count>()
  let timer: ReturnType<typeof setInterval> | null = null

  const tick = () => {
    for (const each of running) {
      each.step += 1
      if (each.step >= steps) running.delete(each)
      each.write(each.step >= steps ? each.to : between(each.from, each.to, easeOut(each.step / steps)))
    }
    if (running.size === 0 && timer !== null) {
      clearInterval(timer)
      timer = null
    }
  }

  return {
    count: (from, to, write) => {
      const each: Count = { from, to, write, step: 0 }
      running.add(each)
      timer ??= setInterval(tick, stepMs)
      return () => void running.delete(each)
    },
  }
}
