// One state in the gallery: a wall at its full size, drawn small.
import { useEffect, useRef, useState } from 'react'
import { queryOf, type Showing } from './showing.ts'
import type { Size } from './sizes.ts'

interface FrameProps {
  readonly showing: Omit<Showing, 'play'>
  readonly size: Size
  /** Beside it, how it looked when somebody last looked at it; left out, it stands alone. */
  readonly kept?: string | undefined
  /** One of a strip: the instant of the change at which it is held, ms. */
  readonly instant?: number
  /** Of a celebration: the instant that is shown, ms after its start. It changes without loading the page again. */
  readonly at?: number
}

export const Frame = ({ showing, size, kept, instant, at }: FrameProps) => {
  const [plays, setPlays] = useState(0)
  const [firstAt] = useState(at)
  const frame = useRef<HTMLIFrameElement>(null)
  const [isNear, setIsNear] = useState(false)
  const name = showing.celebration ?? showing.state
  // A celebration that is played begins with its board as it is.
  const isHeld = firstAt !== undefined && plays === 0
  const play = instant !== undefined || (plays > 0 && showing.celebration === undefined)
  const heldAt = instant ?? (isHeld ? firstAt : undefined)
  const address = `?${queryOf({ ...showing, play, ...(heldAt !== undefined && { at: heldAt }) })}`
  useEffect(() => {
    if (at !== undefined) frame.current?.contentWindow?.postMessage(at, window.location.origin)
  }, [at])
  return (
    <li className="frame" data-tall={size.height > size.width || undefined}>
      <div
        className="frame-screen"
        style={{ aspectRatio: `${size.width} / ${size.height}` }}
        ref={(screen) => whenNear(screen, () => setIsNear(true))}
      >
        <iframe
          // A new frame for each play: a scene enters once.
          key={`${address} ${plays} ${size.name}`}
          className="frame-wall"
          title={name}
          src={isNear ? address : undefined}
          width={size.width}
          height={size.height}
          ref={(element) => {
            frame.current = element
            return fitInto(element)
          }}
        />
      </div>
      {kept !== undefined && <img className="frame-kept" src={kept} alt={`${name}, as it was kept`} />}
      <div className="frame-foot">
        <a className="frame-name" href={address} target="_blank" rel="noreferrer">
          {instant === undefined ? name.replaceAll('-', ' ') : `${instant} ms`}
        </a>
        {instant === undefined && (
          <button type="button" onClick={() => setPlays(plays + 1)}>
            Play
          </button>
        )}
      </div>
    </li>
  )
}

/** A page's own laziness begins thousands of pixels ahead, and each frame is a whole wall. */
const whenNear = (screen: HTMLElement | null, come: () => void) => {
  if (!screen) return
  const watch = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) come()
    },
    { rootMargin: '100px' },
  )
  watch.observe(screen)
  return () => watch.disconnect()
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
