// The light on a line that asks: how much?
import { useTiming } from '../takeover/timing.ts'
import { settle } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import './spark.css'

export const Spark = () => {
  const { beats, isStill } = useTiming()
  if (isStill) return null
  const [from, until] = [beats.arrive + 220, beats.count]
  return (
    <div className="spark" aria-hidden="true">
      <Part
        className="spark-line"
        track={[
          { at: from, opacity: 0, transform: 'translateX(calc(-98% * var(--forward)))', easing: settle },
          { at: from + 60, opacity: 1, transform: 'translateX(calc(-84% * var(--forward)))', easing: settle },
          { at: until, opacity: 1, transform: 'none', easing: 'ease-in' },
          { at: until + 240, opacity: 0, transform: 'translateX(calc(24% * var(--forward)))' },
        ]}
      />
    </div>
  )
}
