// A face: the photo, or initials on the person's own hue; a gold star once the goal is reached.
import { memo, useState } from 'react'
import type { Face } from '../../shared/wire/view-parts.ts'
import { useFeedAddress } from './feed-address.ts'
import { useAppearing } from './motion/appearing.ts'
import './avatar.css'

interface AvatarProps extends Pick<Face, 'initials' | 'hue' | 'photo'> {
  readonly reached: boolean
  /** When the bar beside it passes the goal, see `useCrossing`. */
  readonly crossedAfterMs?: number
}

const pop = { scale: 0.2, lastsMs: 300 }

export const Avatar = memo(({ initials, hue, photo, reached, crossedAfterMs = 0 }: AvatarProps) => {
  const address = useFeedAddress(photo ?? '')
  const star = useAppearing<HTMLSpanElement>(reached, crossedAfterMs, pop)
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span className="avatar" data-hue={hue} data-reached={reached || undefined}>
      {photo !== null && photo !== broken ? (
        <img className="avatar-photo" src={address} alt="" onError={() => setBroken(photo)} />
      ) : (
        <span className="avatar-initials">{initials}</span>
      )}
      <span className="avatar-star" ref={star}>
        <Star />
      </span>
    </span>
  )
})
Avatar.displayName = 'Avatar'

/** Drawn, not typed: every font has another star. One element, as a wall has many of them. */
export const Star = () => <span className="star" role="img" aria-label="goal reached" />
