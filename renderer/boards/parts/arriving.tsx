// The rows of a page as it comes up: a few with each frame, from the top. A slow TV would be held up by all of them at
// once for longer than the eye forgives; they fade in together all the same.
import { type ReactNode, useLayoutEffect, useState } from 'react'

interface ArrivingProps<Row> {
  readonly rows: readonly Row[]
  /** How many come with a frame; their places must not depend on those that are still to come. */
  readonly together?: number
  /** Makes a keyed element. */
  readonly children: (row: Row) => ReactNode
}

/** From then on whoever joins the page is there at once, and nobody has to make room for them. */
const everybody = Number.POSITIVE_INFINITY

/** Give what is around it the page as its key: what comes up later belongs to the same page. */
export const Arriving = <Row extends { readonly slot: number }>({
  rows,
  together = 2,
  children,
}: ArrivingProps<Row>) => {
  const countAfter = (count: number): number => (count >= rows.length ? everybody : count)
  const [arrived, setArrived] = useState(() => countAfter(together))
  const next = countAfter(arrived + together)
  useLayoutEffect(() => {
    if (arrived === everybody) return
    const frame = requestAnimationFrame(() => setArrived(next))
    return () => cancelAnimationFrame(frame)
  }, [arrived, next])
  return (arrived === everybody ? rows : rows.filter(({ slot }) => slot < arrived)).map(children)
}
