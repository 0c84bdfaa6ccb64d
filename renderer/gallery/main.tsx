// The gallery's page: every board in every state, or, where its address names a state, that one alone.
import '../tv/no-compiled-code.ts'
import '../ui/fonts.ts'
import '../wall/tokens.css'
import '../wall/base.css'
import '../wall/stop-animation-events.ts'
import { createRoot } from 'react-dom/client'
import { Empty } from '../boards/parts/empty.tsx'
import { stateNamed } from './catalogue.ts'
import { Gallery } from './gallery.tsx'
import { galleryWall } from './gallery-wall.tsx'
import { showingOf } from './showing.ts'

const asked = showingOf(window.location.search)

const page = () => {
  if (!asked) return <Gallery />
  const view = stateNamed(asked.state)
  return view ? galleryWall(view, asked) : <Empty headline="No such state">{asked.state}</Empty>
}

const element = document.getElementById('gallery')
if (element) createRoot(element).render(page())
