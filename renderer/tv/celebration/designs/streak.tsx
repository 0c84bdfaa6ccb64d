// The goal again and again: one mark for each time, lit one after the other, the last one largest.
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { Star } from '../../../ui/avatar.tsx'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { Part } from '../parts/part.tsx'
import { useTiming } from '../takeover/timing.ts'
import { springy, stay } from '../takeover/tracks.ts'
import { deedOf, figureText } from './deed.ts'
import { Solo } from './solo.tsx'
import './streak.css'

/** More would be too small to be counted from a desk. */
const mostMarks = 15

export const Streak = ({ view }: { readonly view: CelebrationView }) => {
  const { format } = useSurroundings()
  const { streak } = view
  const deed = deedOf(view, format)
  if (streak === undefined) return <Solo view={view} {...deed} foot={null} />
  const inARow = format.say({ id: 'celebration.in-a-row', defaultMessage: 'in a row' })
  return (
    <Solo
      view={view}
      figure={`${figureText(streak, 'count', format)}×`}
      about={[inARow, ...deed.about]}
      foot={(until) => <Marks count={streak} until={until} />}
    />
  )
}

const Marks = ({ count, until }: { readonly count: number; readonly until: number }) => {
  const { beats } = useTiming()
  const shown = Math.min(count, mostMarks)
  const every = Math.min(160, (beats.land - beats.count) / shown)
  return (
    <Part
      className="streak-card"
      track={stay({ at: beats.count - 120, from: 'translateY(60%)', until, to: 'translateY(40%)' })}
      isClear
    >
      {Array.from({ length: shown }, (_, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place
        <span className="streak-mark-place" key={nth}>
          <Part
            className="streak-mark-lit"
            track={[
              { at: beats.count + nth * every, opacity: 0, transform: 'scale(0.2)', easing: springy },
              { at: beats.count + nth * every + 420, opacity: 1, transform: 'none' },
            ]}
          >
            <Star />
          </Part>
        </span>
      ))}
    </Part>
  )
}
