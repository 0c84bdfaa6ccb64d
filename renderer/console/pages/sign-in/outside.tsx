// The frame of pages for those who are not in yet.
import type { ReactNode } from 'react'
import './outside.css'

export function Outside({
  headline,
  note,
  children,
}: {
  readonly headline: ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="outside">
      <p className="outside-brand">Floorboard</p>
      <main className="outside-card" id="main">
        <h1>{headline}</h1>
        {note && <p className="soft">{note}</p>}
        {children}
      </main>
    </div>
  )
}
