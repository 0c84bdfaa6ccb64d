// The TV page: a TV that finds its feed, recalls the last numbers, and then draws whatever the feed says; or, within a
// console, a preview that is drawn by the same code.
import './no-compiled-code.ts'
import '../ui/fonts.ts'
import '../wall/tokens.css'
import '../wall/base.css'
import '../wall/stop-animation-events.ts'
import './kiosk-bridge.ts'
import { isDrawnFor, readPreview } from './preview/read-preview.ts'
import { startDrawing } from './preview/start-drawing.tsx'
import { startPreview } from './preview/start-preview.tsx'
import { recover } from './recover.ts'
import { startSetUp } from './set-up/start-set-up.tsx'
import { startTv } from './start-tv.tsx'

const start = async (element: HTMLElement): Promise<void> => {
  const { kiosk } = window
  if (kiosk) {
    const feed = await kiosk.feedUrl()
    if (feed === null) startSetUp(element, kiosk)
    else await startTv(element, { kiosk, feed })
    return
  }
  if (isDrawnFor(window.location.href)) {
    startDrawing(element)
    return
  }
  const preview = readPreview(window.location.href)
  if (preview === null) await startTv(element, null)
  else startPreview(element, preview)
}

const element = document.getElementById('wall')
if (element)
  start(element).catch((error) => {
    console.error('floorboard: the wall could not start', error)
    recover()
  })
