// What a page keeps, where the browser lets it. A browser may forbid the storage, so that already reading
// `window.localStorage` throws, or it may be full: then what would have been kept is known for now alone, and the page goes on.

/** The part of `Storage` that pages use. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Forgets with the page. */
export const memoryShelf = (): Shelf => {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }
}

type State = Readonly<Record<string, string>>

const stateOf = (history: Pick<History, 'state'>): State => {
  const { state } = history
  if (typeof state !== 'object' || state === null) return {}
  return Object.fromEntries(
    Object.entries(state).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Of one window, and over its reloads, also where no storage is allowed: kept with the window's place in its history. */
export const historyShelf = (history: Pick<History, 'state' | 'replaceState'>): Shelf => ({
  get length() {
    return Object.keys(stateOf(history)).length
  },
  key: (index) => Object.keys(stateOf(history))[index] ?? null,
  getItem: (key) => (Object.hasOwn(stateOf(history), key) ? (stateOf(history)[key] ?? null) : null),
  setItem: (key, value) => history.replaceState({ ...stateOf(history), [key]: value }, ''),
  removeItem: (key) => {
    const { [key]: _, ...rest } = stateOf(history)
    history.replaceState(rest, '')
  },
})

/** `open` reads the storage, and may throw. `instead` takes what the storage does not. */
export const openShelf = (open: () => Storage, instead: Shelf = memoryShelf()): Shelf => {
  const tried = <T>(use: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return use(open())
    } catch (error) {
      if (error instanceof DOMException) return otherwise()
      throw error
    }
  }
  let isSaid = false
  return {
    get length() {
      return tried(
        (storage) => storage.length,
        () => instead.length,
      )
    },
    key: (index) =>
      tried(
        (storage) => storage.key(index),
        () => instead.key(index),
      ),
    getItem: (key) =>
      instead.getItem(key) ??
      tried(
        (storage) => storage.getItem(key),
        () => null,
      ),
    setItem: (key, value) =>
      tried(
        (storage) => {
          storage.setItem(key, value)
          instead.removeItem(key)
        },
        () => {
          if (!isSaid)
            console.warn('floorboard: this browser keeps nothing for the page; it is forgotten with it')
          isSaid = true
          instead.setItem(key, value)
        },
      ),
    removeItem: (key) => {
      instead.removeItem(key)
      tried(
        (storage) => storage.removeItem(key),
        () => undefined,
      )
    },
  }
}
