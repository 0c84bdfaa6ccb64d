// Light behind the face, turning slowly.
import { useTiming } from '../takeover/timing.ts'
import { Part } from './part.tsx'

export const Rays = () => {
  const { beats } = useTiming()
  return (
    <Part
      className="rays"
      track={[
        { at: beats.arrive, opacity: 0, transform: 'scale(0.5) rotate(-8deg)', easing: 'ease-out' },
        { at: beats.arrive + 700, opacity: 1, transform: 'scale(1) rotate(0deg)' },
        { at: beats.leave, opacity: 1, transform: 'scale(1) rotate(14deg)' },
        { at: beats.leave + 300, opacity: 0, transform: 'scale(1.1) rotate(15deg)' },
      ]}
    />
  )
}
