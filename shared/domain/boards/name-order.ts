// Names in the floor's own order, without ties: what settles a rank when nothing else does.

/** For each name its place among all; equal names stand in the order of their ids. */
export const nameOrder = (
  named: readonly { readonly name: string; readonly id: string }[],
  locale: string,
): Int32Array => {
  const collator = new Intl.Collator(locale)
  const sorted = named
    .map((item, index) => ({ ...item, index }))
    .sort(
      (a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.index - b.index),
    )
  const places = new Int32Array(named.length)
  sorted.forEach(({ index }, place) => {
    places[index] = place
  })
  return places
}
