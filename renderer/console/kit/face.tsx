// Somebody of the floor: their photo, or their initials on their own hue. The name stands beside it.
import { useState } from 'react'
import type { Face as FaceOf } from '../../../shared/wire/view-parts.ts'
import './face.css'

interface FaceProps {
  readonly of: FaceOf
  readonly size?: 'usual' | 'large'
}

export function Face({ of: { initials, hue, photo }, size = 'usual' }: FaceProps) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span className="face" data-hue={hue} data-size={size} aria-hidden="true">
      {photo !== null && photo !== broken ? (
        <img src={photo} alt="" onError={() => setBroken(photo)} />
      ) : (
        initials
      )}
    </span>
  )
}
