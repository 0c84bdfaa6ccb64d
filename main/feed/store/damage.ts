// What of the log is damaged: entries that are not as they were written. They count nowhere, and are named.

export interface DamagedEntry {
  readonly seq: number
  /** Null when not even the key can be read. */
  readonly key: string | null
  /** Its source has said the same key again since: no figure misses it. */
  readonly sentAgain: boolean
}

export interface DamageRegister {
  /** False when it is known already. */
  note(entry: Omit<DamagedEntry, 'sentAgain'>): boolean
  /** The entry `seq`, damaged or not, was replaced by a sound one. */
  noteReplaced(seq: number): void
  /** In the order of the log. */
  list(): readonly DamagedEntry[]
  onNew(listener: (entry: DamagedEntry) => void): void
}

export const createDamageRegister = (): DamageRegister => {
  const known = new Map<number, DamagedEntry>()
  const listeners: ((entry: DamagedEntry) => void)[] = []
  let sorted: readonly DamagedEntry[] | null = []
  return {
    note({ seq, key }) {
      if (known.has(seq)) return false
      const entry = { seq, key, sentAgain: false }
      known.set(seq, entry)
      sorted = null
      for (const listener of listeners) listener(entry)
      return true
    },
    noteReplaced(seq) {
      const entry = known.get(seq)
      if (entry === undefined || entry.sentAgain) return
      known.set(seq, { ...entry, sentAgain: true })
      sorted = null
    },
    list: () => {
      sorted ??= [...known.values()].sort((one, other) => one.seq - other.seq)
      return sorted
    },
    onNew(listener) {
      listeners.push(listener)
    },
  }
}
