/** The rows of a view with their ids, in the order in which the board shows them. */
export const byPlace = <T extends { readonly place: number }>(
  rows: Readonly<Record<string, T>>,
): readonly (readonly [string, T])[] => Object.entries(rows).sort(([, a], [, b]) => a.place - b.place)
