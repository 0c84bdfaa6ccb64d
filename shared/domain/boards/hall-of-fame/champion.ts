/** Who won most of some contests: at least two, and more than anybody else; null where nobody did. */
export const championOf = <Winner extends { readonly key: string }>(
  ends: readonly (readonly Winner[])[],
): { readonly winner: Winner; readonly wins: number } | null => {
  const counts = new Map<string, { readonly winner: Winner; wins: number }>()
  for (const winner of ends.flat()) {
    const known = counts.get(winner.key)
    if (known) known.wins += 1
    else counts.set(winner.key, { winner, wins: 1 })
  }
  const [first, second] = [...counts.values()].sort((one, other) => other.wins - one.wins)
  if (first === undefined || first.wins < 2 || second?.wins === first.wins) return null
  return first
}
