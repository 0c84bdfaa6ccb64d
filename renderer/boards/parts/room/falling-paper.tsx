// Paper that falls from the top of the screen, turns, lands at its foot and lies there until it fades. It is drawn behind
// what can be read.
import { type CSSProperties, memo } from 'react'
import { turnMs, useLater } from '../../../wall/use-later.ts'
import { paper } from './paper.ts'
import './falling-paper.css'

/** What it falls for comes first, its words next, its figures and what makes room for it. */
const startsAfterMs = 4 * turnMs

export const FallingPaper = memo(({ afterMs = 0 }: { readonly afterMs?: number }) => {
  const isDrawn = useLater(startsAfterMs)
  return <span className="paper">{isDrawn && <Pieces afterMs={Math.max(0, afterMs - startsAfterMs)} />}</span>
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
