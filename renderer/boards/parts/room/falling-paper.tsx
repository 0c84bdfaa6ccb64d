// Paper that falls from the top of the screen, turns, lands at its foot and lies there until it fades. It is drawn behind
// what can be read.
import { type CSSProperties, memo } from 'react'
import { paper } from './paper.ts'
import './falling-paper.css'

export const FallingPaper = memo(({ afterMs = 0 }: { readonly afterMs?: number }) => (
  <span className="paper">
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
  </span>
))
FallingPaper.displayName = 'FallingPaper'
