// A frame of a wall's shape in which the TV's own page draws a board that is being made.
import { useEffect, useRef, useState } from 'react'
import { type DrawnBoard, DrawnSays } from '../../../../shared/wire/board-draft.ts'
import { useWidth } from '../../kit/use-width.ts'

export const wallShapes = ['wide', 'tall', 'panorama'] as const
export type WallShape = (typeof wallShapes)[number]

/** The page is drawn at this size and made smaller: a browser has a smallest size of letters. */
const sizes: Readonly<Record<WallShape, readonly [width: number, height: number]>> = {
  wide: [960, 540],
  tall: [540, 960],
  panorama: [1260, 540],
}

interface DrawnFrameProps {
  readonly shape: WallShape
  /** What it shows, for those who do not see it. */
  readonly label: string
  /** Null: nothing yet. */
  readonly shown: DrawnBoard | null
  /** Into how many pages it goes there. */
  readonly onPages: (pages: number) => void
}

export function DrawnFrame({ shape, label, shown, onPages }: DrawnFrameProps) {
  const box = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const width = useWidth(box)
  /** How often the page has begun to listen: one that recovered begins anew. */
  const [listens, setListens] = useState(0)
  const [isDrawn, setDrawn] = useState(false)
  const pagesNow = useRef(onPages)
  pagesNow.current = onPages
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.source === null || event.source !== frame.current?.contentWindow) return
      const said = DrawnSays.safeParse(event.data)
      if (!said.success) return
      if (said.data.board === 'listening') {
        setListens((times) => times + 1)
        return
      }
      setDrawn(true)
      pagesNow.current(said.data.pages)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])
  useEffect(() => {
    if (listens > 0 && shown) frame.current?.contentWindow?.postMessage(shown, window.location.origin)
  }, [listens, shown])
  const [drawnWidth, drawnHeight] = sizes[shape]
  return (
    <div ref={box} className="drawn-frame" data-shape={shape} role="img" aria-label={label}>
      <iframe
        ref={frame}
        className="drawn-page"
        data-drawn={isDrawn ? '' : undefined}
        title={label}
        src="/tv/?preview=drawn"
        tabIndex={-1}
        aria-hidden="true"
        width={drawnWidth}
        height={drawnHeight}
        style={{ transform: `scale(${width / drawnWidth})` }}
      />
    </div>
  )
}
