// What somebody types outlives a reload and the end of their session, until it is sent or given up.
import { useCallback, useState } from 'react'
import type { z } from 'zod'
import { openShelf } from '../../live/page-shelf.ts'

const prefix = 'floorboard:draft:'
const storage = openShelf(() => window.sessionStorage)

const read = <T>(key: string, schema: z.ZodType<T>): T | null => {
  const text = storage.getItem(prefix + key)
  if (text === null) return null
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

interface Draft<T> {
  readonly value: T
  set(change: Partial<T>): void
  /** After it was sent or given up. */
  forget(): void
  /** Whether something was typed. */
  readonly touched: boolean
}

/** A form's fields, kept under `key` in this tab. Never for passwords. */
export const useDraft = <T extends object>(key: string, schema: z.ZodType<T>, initial: T): Draft<T> => {
  const [state, setState] = useState(() => {
    const kept = read(key, schema)
    return { value: kept ?? initial, touched: kept !== null }
  })
  const set = useCallback(
    (change: Partial<T>) =>
      setState((before) => {
        const value = { ...before.value, ...change }
        storage.setItem(prefix + key, JSON.stringify(value))
        return { value, touched: true }
      }),
    [key],
  )
  const forget = useCallback(() => {
    storage.removeItem(prefix + key)
    setState({ value: initial, touched: false })
  }, [key, initial])
  return { ...state, set, forget }
}
