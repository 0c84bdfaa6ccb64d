import type { ReactNode } from 'react'
import './tag.css'

/** A short word on a plate. Output and input have the wall's colours. */
export function Tag({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'output' | 'input' | 'private'
  readonly children: ReactNode
}) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  )
}
