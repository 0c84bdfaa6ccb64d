// A person's photo, or their initials on their own hue; with a gold star once the goal is reached.
import { memo, useState } from 'react'
import type { Face } from '../../shared/wire/view-parts.ts'
import { useAppearing } from './motion/appearing.ts'
import { useMediaUrl, useSurroundings } from './surroundings.tsx'
import './avatar.css'

interface AvatarProps extends Pick<Face, 'initials' | 'hue' | 'photo'> {
  readonly reached: boolean
  /** Drawn so large that initials would read as a logo: who has no photo is a figure. */
  readonly isLarge?: boolean
  /** When the bar beside it passes the goal, in ms; see `useCrossing`. */
  readonly crossedAfterMs?: number
}

const pop = { scale: 0.2, lastsMs: 300 }

export const Avatar = memo(
  ({ initials, hue, photo, reached, isLarge = false, crossedAfterMs = 0 }: AvatarProps) => {
    const url = useMediaUrl(photo ?? '')
    const star = useAppearing<HTMLSpanElement>(reached, crossedAfterMs, pop)
    const [broken, setBroken] = useState<string | null>(null)
    const hasPhoto = photo !== null && photo !== broken
    return (
      <span
        className="avatar"
        data-hue={hue}
        data-photo={hasPhoto || undefined}
        data-reached={reached || undefined}
      >
        {hasPhoto ? (
          <img className="avatar-photo" src={url} alt="" onError={() => setBroken(photo)} />
        ) : isLarge ? (
          <Figure />
        ) : (
          <span className="avatar-initials">{initials}</span>
        )}
        <span className="avatar-star" ref={star}>
          <Star />
        </span>
      </span>
    )
  },
)
Avatar.displayName = 'Avatar'

/** Head and shoulders of nobody in particular, on their own hue. */
const Figure = () => (
  <svg className="avatar-figure" viewBox="0 0 100 100" aria-hidden="true">
    <circle cx="50" cy="40" r="18" />
    <path d="M8 104c1-27 18-41 42-41s41 14 42 41z" />
  </svg>
)

/** Drawn in CSS, since every font has another star. One element, since a wall has many of them. */
export const Star = () => {
  const { say } = useSurroundings().format
  return (
    <span
      className="star"
      role="img"
      aria-label={say({ id: 'pace.reached', defaultMessage: 'goal reached' })}
    />
  )
}
