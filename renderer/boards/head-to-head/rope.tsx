// The rope that both sides pull: its knot is home where one of them leads every line.
import { alongX } from '../../ui/motion/along-x.ts'
import { useReach } from '../../wall/use-travel.ts'
import './rope.css'

interface RopeProps {
  /**
   * How far the knot is from the middle, as a share of its half of the rope, −1 to 1: to the left where that is positive. Null
   * where there is nothing to judge yet: a knot in the middle would say that they are level.
   */
  readonly pull: number | null
  /** Of the left side and of the right. */
  readonly hues: readonly [number, number]
}

/** How far the winner's colour reaches from the middle, from either side. */
const wonLeft = (pull: number): string => alongX((1 - pull) * 100)
const wonRight = (pull: number): string => alongX((pull - 1) * 100)
const reachedAt = (pull: number): string => alongX(-pull * 50)

export const Rope = ({ pull, hues: [leftHue, rightHue] }: RopeProps) => (
  <div className="rope">
    <span className="rope-half" data-hue={leftHue}>
      <span className="rope-won" {...useReach(Math.max(0, pull ?? 0), wonLeft)} />
    </span>
    <span className="rope-half" data-hue={rightHue}>
      <span className="rope-won" {...useReach(Math.max(0, -(pull ?? 0)), wonRight)} />
    </span>
    <span className="rope-middle" />
    <span className="rope-reach" {...useReach(pull ?? 0, reachedAt)}>
      {pull !== null && (
        <span className="rope-knot" data-hue={pull > 0 ? leftHue : pull < 0 ? rightHue : undefined}>
          <Mark pull={pull} />
        </span>
      )}
    </span>
  </div>
)

const marks = {
  left: 'M15 5 L7 12 L15 19 Z',
  right: 'M9 5 L17 12 L9 19 Z',
  level: 'M5 8 H19 V10.6 H5 Z M5 13.4 H19 V16 H5 Z',
}

/** Drawn, not typed: an arrow towards who leads, and an equals sign while nobody does. */
const Mark = ({ pull }: { readonly pull: number }) => (
  <svg className="rope-mark" viewBox="0 0 24 24" aria-hidden="true">
    <path d={marks[pull > 0 ? 'left' : pull < 0 ? 'right' : 'level']} fill="currentColor" />
  </svg>
)
