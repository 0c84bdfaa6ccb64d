// One state in the gallery: a wall at its full size, drawn small.
import { useState } from 'react'
import { queryOf, type Showing } from './showing.ts'
import type { Size } from './sizes.ts'

interface FrameProps {
  readonly showing: Omit<Showing, 'play'>
  readonly size: Size
}

export const Frame = ({ showing, size }: FrameProps) => {
  const [plays, setPlays] = useState(0)
  const address = `?${queryOf({ ...showing, play: plays > 0 })}`
  return (
    <li className="frame" data-tall={size.height > size.width || undefined}>
      <div className="frame-screen" style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        <iframe
          // A new frame for each play: a scene enters once.
          key={`${address} ${plays} ${size.name}`}
          className="frame-wall"
          title={showing.state}
          src={address}
          loading="lazy"
          width={size.width}
          height={size.height}
          ref={fitInto}
        />
      </div>
      <div className="frame-foot">
        <a className="frame-name" href={address} target="_blank" rel="noreferrer">
          {showing.state.replaceAll('-', ' ')}
        </a>
        <button type="button" onClick={() => setPlays(plays + 1)}>
          Play
        </button>
      </div>
    </li>
  )
}

/** Draws the frame as wide as its place, whatever that becomes. */
const fitInto = (frame: HTMLIFrameElement | null) => {
  const place = frame?.parentElement
  if (!frame || !place) return
  const watch = new ResizeObserver(() => {
    frame.style.transform = `scale(${place.clientWidth / Number(frame.width)})`
  })
  watch.observe(place)
  return () => watch.disconnect()
}
