// Which celebrations this TV has shown, over a reload: none is shown twice.
import { z } from 'zod'

const Shown = z.array(z.tuple([z.string(), z.number()]))
type Shown = z.infer<typeof Shown>

export interface ShownIds {
  /** When what was shown under that id began, epoch ms; null where nothing was. */
  startOf(id: string): number | null
  add(id: string, startsAt: number): void
}

const key = 'floorboard:celebrated'
const mostKept = 300

const read = (text: string | null): Shown => {
  try {
    return text === null ? [] : (Shown.safeParse(JSON.parse(text)).data ?? [])
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** Without a storage it is forgotten with the page. */
export const createShownIds = (storage: Pick<Storage, 'getItem' | 'setItem'> | null): ShownIds => {
  let shown: Shown = read(storage?.getItem(key) ?? null)
  return {
    startOf: (id) => shown.find(([each]) => each === id)?.[1] ?? null,
    add: (id, startsAt) => {
      shown = [...shown.filter(([each]) => each !== id), [id, startsAt] satisfies Shown[number]].slice(
        -mostKept,
      )
      try {
        storage?.setItem(key, JSON.stringify(shown))
      } catch (error) {
        console.warn('floorboard: which celebrations were shown could not be kept', error)
      }
    },
  }
}
