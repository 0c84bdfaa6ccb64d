// What is left lying, one block each: a pile that one takes from.
import type { CSSProperties } from 'react'

/** More than these are a bar: nobody counts them from across the room. */
export const mostBlocks = 12

export const Blocks = ({ count }: { readonly count: number }) => (
  <span className="hygiene-blocks" style={{ '--blocks': count } as CSSProperties} />
)
