// Work that a sender names, so that sending it again, after an answer that never came, does it once.

/** As many as come in while somebody's line is cut. */
const mostKept = 1000

export type Once<T> = (name: string, work: () => Promise<T>) => Promise<T>

/** Work that failed is done again. Names are forgotten when the process ends, or once a thousand others have come. */
export const createOnce = <T>(): Once<T> => {
  const known = new Map<string, Promise<T>>()
  return (name, work) => {
    const before = known.get(name)
    if (before) return before
    const done = work()
    known.set(name, done)
    done.catch(() => known.delete(name))
    const [oldest] = known.keys()
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest)
    return done
  }
}
