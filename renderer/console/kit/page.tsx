// The frame of every page: a line above, the state of things as headline, at most one primary button, and the rest.
import { type ReactNode, useEffect } from 'react'
import './page.css'

interface PageProps {
  /** The line above the headline: where this is, or when. */
  readonly over?: ReactNode
  /** The state in words. */
  readonly headline: ReactNode
  /** Of the browser's tab. */
  readonly title: string
  readonly actions?: ReactNode
  /** A column beside the page; below it where there is no room. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function Page({ over, headline, title, actions, aside, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Floorboard`
  }, [title])
  return (
    <main className="page" data-beside={aside ? '' : undefined} id="main">
      <header className="page-head">
        <div className="page-words">
          {over && <p className="page-over soft">{over}</p>}
          <h1>{headline}</h1>
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      <div className="page-body">{children}</div>
      {aside && <aside className="page-aside">{aside}</aside>}
    </main>
  )
}
