// A list of which the first few are enough for most; the others are behind a press.
import type { ReactNode } from 'react'
import { More } from './more.tsx'

interface FirstFewProps<T> {
  readonly all: readonly T[]
  readonly few: number
  /** Of how many others. */
  readonly more: (count: number) => ReactNode
  /** Draws some of them. */
  readonly children: (some: readonly T[]) => ReactNode
}

export function FirstFew<T>({ all, few, more, children }: FirstFewProps<T>) {
  return (
    <>
      {children(all.slice(0, few))}
      {all.length > few && (
        <More level={3} words={more(all.length - few)}>
          {children(all.slice(few))}
        </More>
      )}
    </>
  )
}
