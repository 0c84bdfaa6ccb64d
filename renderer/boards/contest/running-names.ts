// The names that run by in a drum before one of them stands.
interface Named {
  readonly short: string
}

const runs = 14

/** Names of those who have a ticket, round and round, and at last the one that stands; each drum begins elsewhere. */
export const namesRunning = (all: readonly Named[], stands: Named, turn: number): readonly string[] => [
  ...Array.from(
    { length: all.length === 0 ? 0 : runs },
    (_, at) => all[(at * 5 + turn * 3) % all.length]?.short ?? '',
  ),
  stands.short,
]
