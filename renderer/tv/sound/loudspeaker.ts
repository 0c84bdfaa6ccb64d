// The page's way to the loudspeaker: one audio context for as long as it lives. Opening one keeps the page waiting for the
// machine's sound, up to a quarter of a second on a fast one, so that it is done while nothing depends on it.

export interface Loudspeaker {
  /** Before it is needed. */
  open(): void
  /** Running; null where the browser lets nothing be heard before somebody has touched the page. */
  run(): Promise<AudioContext | null>
  /** What `run` was asked for has been heard, or is not wanted any more: once for each context that it gave. */
  rest(): void
}

/** A context that is not allowed to run neither says so nor fails. */
const patienceMs = 500

export const createLoudspeaker = (openContext: () => AudioContext): Loudspeaker => {
  let context: AudioContext | null = null
  let users = 0
  const opened = (): AudioContext => {
    if (context === null || context.state === 'closed') context = openContext()
    return context
  }
  /** It would draw silence, and keep the machine's sound awake. */
  const restIfUnused = async (): Promise<void> => {
    if (users === 0) await context?.suspend()
  }
  return {
    open: () => {
      opened()
      void restIfUnused()
    },
    run: async () => {
      const asked = opened()
      users += 1
      await Promise.race([asked.resume(), new Promise((resolve) => setTimeout(resolve, patienceMs))])
      if (asked.state === 'running') return asked
      users -= 1
      void restIfUnused()
      return null
    },
    rest: () => {
      users -= 1
      void restIfUnused()
    },
  }
}
