// A face: the photo, or initials on the person's own hue; a gold star once the goal is reached.
import { useState } from 'react'
import type { Face } from '../../shared/wire/view.ts'
import { useSurroundings } from './surroundings.tsx'
import './avatar.css'

interface AvatarProps {
  readonly face: Pick<Face, 'initials' | 'hue' | 'photo'>
  readonly reached: boolean
  /** Of the gold; see `crossingMs`. */
  readonly delayMs?: number
}

const photoAddress = (photo: string, feedUrl: string): string =>
  photo.startsWith('/') ? `${feedUrl}${photo}` : photo

export const Avatar = ({ face, reached, delayMs = 0 }: AvatarProps) => {
  const { feedUrl } = useSurroundings()
  const [broken, setBroken] = useState<string | null>(null)
  const { photo } = face
  return (
    <span className="avatar" data-hue={face.hue} data-reached={reached || undefined}>
      {photo !== null && photo !== broken ? (
        <img
          className="avatar-photo"
          src={photoAddress(photo, feedUrl)}
          alt=""
          onError={() => setBroken(photo)}
        />
      ) : (
        <span className="avatar-initials" data-many={face.initials.length > 2 || undefined}>
          {face.initials}
        </span>
      )}
      <span className="avatar-star" style={{ transitionDelay: `${delayMs}ms` }}>
        <Star />
      </span>
    </span>
  )
}

/** Drawn, not typed: every font has another star. */
export const Star = () => (
  <svg className="star" viewBox="0 0 24 24" role="img" aria-label="goal reached">
    <path d="M12 2.2l2.9 6.2 6.8.8-5 4.7 1.3 6.7-6-3.4-6 3.4 1.3-6.7-5-4.7 6.8-.8z" fill="currentColor" />
  </svg>
)
