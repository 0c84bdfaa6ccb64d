// Paper that falls from the top of the screen, turns, lands at its foot and lies there until it fades. It is drawn behind
// what can be read.
import { type CSSProperties, memo, useEffect, useState } from 'react'
import { paper } from './paper.ts'
import './falling-paper.css'

/** What it falls for comes first: a slow TV would be held up by both in one frame. */
const turnMs = 120

export const FallingPaper = memo(({ afterMs = 0 }: { readonly afterMs?: number }) => {
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDrawn(true), turnMs)
    return () => clearTimeout(timer)
  }, [])
  return <span className="paper">{isDrawn && <Pieces afterMs={Math.max(0, afterMs - turnMs)} />}</span>
})
FallingPaper.displayName = 'FallingPaper'

const Pieces = ({ afterMs }: { readonly afterMs: number }) => (
  <>
    {paper.map(({ x, drift, fall, turn, delay, hue }) => (
      <span
        className="paper-piece"
        key={x}
        data-hue={hue}
        style={
          {
            left: `${x}%`,
            '--drift': `${drift}rem`,
            '--fall': fall,
            '--turn': `${turn}deg`,
            animationDelay: `${afterMs + delay}ms`,
          } as CSSProperties
        }
      />
    ))}
  </>
)
