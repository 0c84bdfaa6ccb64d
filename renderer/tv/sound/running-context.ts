// Whether this page may make a sound at all: a browser may let nothing be heard before somebody has touched the page.

/** A context that is not allowed to run neither says so nor fails. */
const patienceMs = 500

/** Null where the browser plays nothing; the context is closed then. */
export const runningContext = async (open: () => AudioContext): Promise<AudioContext | null> => {
  const context = open()
  await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, patienceMs))])
  if (context.state === 'running') return context
  await context.close()
  return null
}
