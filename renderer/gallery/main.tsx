// The gallery's page: every board in every state, or, where its address names a state, that one alone.
import '../tv/no-compiled-code.ts'
import '../ui/fonts.ts'
import '../wall/tokens.css'
import '../wall/base.css'
import '../wall/stop-animation-events.ts'
import { Fragment } from 'react'
import { createRoot } from 'react-dom/client'
import { Empty } from '../boards/parts/empty.tsx'
import { stateNamed } from './catalogue.ts'
import { Gallery } from './gallery.tsx'
import { galleryWall } from './gallery-wall.tsx'
import { withPortraits } from './portraits.ts'
import { type Showing, showingOf } from './showing.ts'

const page = (asked: Showing | null) => {
  if (!asked) return <Gallery />
  const view = stateNamed(asked.state)
  return view ? (
    galleryWall(withPortraits(view), asked)
  ) : (
    <Empty headline="No such state">{asked.state}</Empty>
  )
}

const element = document.getElementById('gallery')
if (element) {
  const root = createRoot(element)
  const draw = () => {
    const { search } = window.location
    const asked = showingOf(search)
    document.documentElement.toggleAttribute('data-far', asked?.far === true)
    root.render(<Fragment key={search}>{page(asked)}</Fragment>)
  }
  // Another state in the place of this one, without loading the page again.
  window.addEventListener('popstate', draw)
  draw()
}
