// The cut: the board steps back, and one blade crosses it with what there is to celebrate.
import { textWidth } from '../../../../shared/domain/words/text-width.ts'
import { useTiming } from '../takeover/timing.ts'
import { settle, swift } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import './blade.css'

const inMs = 190
const outMs = 260
/** Where the blades lie while nobody has cut: left of the picture, whatever its shape. */
const away = 'translateX(-125%)'
const gone = 'translateX(125%)'

const across = (at: number, until: number) => [
  { at, opacity: 1, transform: away, easing: settle },
  { at: at + inMs, opacity: 1, transform: 'none' },
  { at: until, opacity: 1, transform: 'translateX(1.2%)', easing: swift },
  { at: until + outMs, opacity: 1, transform: gone },
  { at: until + outMs, opacity: 0, transform: gone },
]

export const Blade = ({ title }: { readonly title: string }) => {
  const { beats, isStill } = useTiming()
  if (isStill) return null
  const until = beats.arrive - 130
  return (
    <div className="blades" aria-hidden="true">
      <Part className="blade-under" track={across(40, until)} />
      <Part className="blade" track={across(0, until)}>
        <Part
          className="blade-title"
          dir="auto"
          style={{ '--ems': Math.max(3, textWidth(title) * 1.24).toFixed(2) } as React.CSSProperties}
          track={[
            { at: 40, opacity: 0, transform: 'translateX(-14rem)', easing: settle },
            { at: 230, opacity: 1, transform: 'none' },
          ]}
        >
          <span className="blade-words">{title}</span>
        </Part>
      </Part>
      <Part className="blade-edge" track={across(60, until + 30)} />
    </div>
  )
}
