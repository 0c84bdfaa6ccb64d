// A face as large as it gets: the photo, or initials on the person's own colour, in a ring that draws itself.
import { useState } from 'react'
import type { Face } from '../../../../shared/wire/view-parts.ts'
import { useMediaUrl } from '../../../ui/surroundings.tsx'
import { useTiming } from '../takeover/timing.ts'
import { settle } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import './portrait.css'

const ringMs = 620

/** The photo or the initials, filling whatever they stand in. */
interface LikenessProps {
  readonly face: Face
  /** Its initials would be too small to be read: the name stands beside it. */
  readonly isSmall?: boolean
}

export const Likeness = ({ face, isSmall = false }: LikenessProps) => {
  const url = useMediaUrl(face.photo ?? '')
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span className="likeness" data-hue={face.hue}>
      {face.photo !== null && face.photo !== broken ? (
        <img className="likeness-photo" src={url} alt="" onError={() => setBroken(face.photo)} />
      ) : (
        <span className="likeness-initials">{isSmall ? [...face.initials][0] : face.initials}</span>
      )}
    </span>
  )
}

export const Portrait = ({ face, at }: { readonly face: Face; readonly at: number }) => {
  const { isStill } = useTiming()
  return (
    <>
      <div className="portrait-hole">
        <Part
          className="portrait-rise"
          track={[
            { at: at + 40, opacity: 0, transform: 'translateY(58%) scale(0.9)', easing: settle },
            { at: at + 160, opacity: 1, transform: 'translateY(28%) scale(0.95)', easing: settle },
            { at: at + 620, opacity: 1, transform: 'none' },
          ]}
        >
          <Likeness face={face} />
        </Part>
      </div>
      {isStill ? null : (
        <>
          <HalfRing side="after" from={at} />
          <HalfRing side="before" from={at + ringMs / 2} />
        </>
      )}
      <Part
        className="portrait-ring"
        track={[
          { at: at + ringMs, opacity: 0 },
          { at: at + ringMs + 60, opacity: 1 },
        ]}
      />
    </>
  )
}

/** Half of a ring, which comes out of the other half as it turns. */
const HalfRing = ({ side, from }: { readonly side: 'before' | 'after'; readonly from: number }) => (
  <div className="portrait-half" data-side={side}>
    <Part
      className="portrait-arc"
      track={[
        { at: from, transform: 'rotate(-180deg)', easing: side === 'after' ? 'ease-in' : 'ease-out' },
        { at: from + ringMs / 2, transform: 'none' },
      ]}
    />
  </div>
)
