// Names in the floor's own order, without ties: what settles a rank when nothing else does.

interface Named {
  readonly name: string
  readonly id: string
}

const sortedPlaces = (named: readonly Named[], locale: string): Int32Array => {
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

/** Most boards of a floor list the same people: they are sorted once for all of them. */
const known = new WeakMap<readonly Named[], { readonly locale: string; readonly places: Int32Array }>()

/** For each name its place among all; equal names stand in the order of their ids. Read only. */
export const nameOrder = (named: readonly Named[], locale: string): ArrayLike<number> => {
  const before = known.get(named)
  if (before?.locale === locale) return before.places
  const places = sortedPlaces(named, locale)
  known.set(named, { locale, places })
  return places
}
