import { useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** `select` must return the same object while nothing that it selects has changed. */
export const useStore = <T, Picked>(store: Store<T>, select: (value: T) => Picked): Picked =>
  useSyncExternalStore(store.subscribe, () => select(store.get()))
