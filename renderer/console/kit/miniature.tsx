// A small live picture of a board, a playlist or a screen, drawn by the TV's own page. Always 16 : 9; what stands upright
// is letterboxed. It loads only while it can be seen.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTurn } from './use-turn.ts'
import { useWidth } from './use-width.ts'
import './miniature.css'

interface MiniatureProps {
  /** `screen`, `playlist` or `board`, and which; or the address of another page that draws a board. */
  readonly of:
    | { readonly kind: 'screen' | 'playlist' | 'board'; readonly id: string }
    | { readonly at: string }
  /** For those who do not see it; empty where words beside it say the same. */
  readonly label: string
  readonly portrait?: boolean
  readonly state?: 'live' | 'held' | 'off'
  /** It is what somebody asked to see, and does not wait for those behind it. */
  readonly goesFirst?: boolean
  /** Over the picture, as for a screen that is off. */
  readonly children?: ReactNode
}

/** The page is drawn at this size and made smaller: a browser has a smallest size of letters. */
const drawnWidth = 960
const drawnHeight = 540

/** What leaves the view keeps its picture for so long: one scrolls back. */
const keptMs = 10_000

const useSeen = (element: { readonly current: HTMLElement | null }): boolean => {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer)
        if (entry?.isIntersecting) setSeen(true)
        else timer = setTimeout(() => setSeen(false), keptMs)
      },
      { rootMargin: '120px' },
    )
    observer.observe(element.current)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [element])
  return seen
}

/** How often the TV page is looked at until it shows a board, and after how long it is shown whatever it says. */
const lookEveryMs = 200
const shownAfterMs = 8000

/** Whether the page in the frame has a board to show, or says why not; before that it says that it looks for its feed. */
const useDrawn = (frame: HTMLIFrameElement | null): boolean => {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    setDrawn(false)
    if (!frame) return undefined
    const since = performance.now()
    const timer = setInterval(() => {
      const hasBoard = frame.contentDocument?.querySelector('.scene, [data-withheld]') ?? null
      if (hasBoard === null && performance.now() - since < shownAfterMs) return
      clearInterval(timer)
      setDrawn(true)
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [frame])
  return drawn
}

export function Miniature({
  of,
  label,
  portrait = false,
  state = 'live',
  goesFirst = false,
  children,
}: MiniatureProps) {
  const box = useRef<HTMLDivElement>(null)
  const seen = useSeen(box)
  const width = useWidth(box)
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null)
  const drawn = useDrawn(frame)
  const isTurn = useTurn(seen && width > 0, drawn, goesFirst)
  const address = 'at' in of ? of.at : `/tv/?preview=${of.kind}:${encodeURIComponent(of.id)}`
  const scale = portrait ? (width * 9) / 16 / drawnWidth : width / drawnWidth
  return (
    <div
      ref={box}
      className="miniature"
      data-state={state}
      {...(label === '' ? {} : { role: 'img', 'aria-label': label })}
    >
      {isTurn && (
        <iframe
          key={address}
          ref={setFrame}
          className="miniature-page"
          data-drawn={drawn ? '' : undefined}
          title={label}
          src={address}
          tabIndex={-1}
          aria-hidden="true"
          width={portrait ? drawnHeight : drawnWidth}
          height={portrait ? drawnWidth : drawnHeight}
          style={{ transform: `translateX(-50%) scale(${scale})` }}
        />
      )}
      {children && <div className="miniature-over">{children}</div>}
    </div>
  )
}
