// Two sheets of colour that slide off to the sides as the face comes: the blade opens the picture.
import { useTiming } from '../takeover/timing.ts'
import { both } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import './sheets.css'

const slide = (at: number, from: string, to: string) => [
  { at, opacity: 0, transform: from },
  { at: at + 1, opacity: 1, transform: from, easing: both },
  { at: at + 640, opacity: 1, transform: to },
  { at: at + 660, opacity: 0, transform: to },
]

export const Sheets = () => {
  const { beats, isStill } = useTiming()
  if (isStill) return null
  const at = beats.arrive - 130
  return (
    <div className="sheets" aria-hidden="true">
      <Part
        className="sheet"
        style={{ '--lean': '1' } as React.CSSProperties}
        track={slide(at, 'translateX(10%)', 'translateX(-110%)')}
      >
        <span className="sheet-gold" />
      </Part>
      <Part
        className="sheet"
        style={{ '--lean': '-1' } as React.CSSProperties}
        track={slide(at, 'translateX(-10%)', 'translateX(110%)')}
      >
        <span className="sheet-gold" data-far="" />
      </Part>
    </div>
  )
}
