// A bar that grows before one's eyes, by exactly what is celebrated.
import type { CSSProperties } from 'react'
import { textWidth } from '../../../../shared/domain/words/text-width.ts'
import { phrase } from '../../../ui/phrase.ts'
import { useTiming } from '../takeover/timing.ts'
import { settle, springy, stay, type Track } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import './growth-bar.css'

const growMs = 650

interface Change {
  readonly before: string
  readonly after: string
}

export interface GrowthBarProps {
  readonly label: string
  readonly figure: Change
  /** "of $2.75M". */
  readonly beside: string | null
  /** Shares of the track, 0 to 1. */
  readonly from: number
  readonly to: number
  readonly mark: number | null
  /** "+$182K". */
  readonly by: string | null
  readonly end: (Change & { readonly label: string }) | null
  readonly until: number
}

const swap = (at: number, isAfter: boolean): Track => [
  { at, opacity: isAfter ? 0 : 1, transform: isAfter ? 'translateY(60%)' : 'none', easing: settle },
  { at: at + 320, opacity: isAfter ? 1 : 0, transform: isAfter ? 'none' : 'translateY(-60%)' },
]

export const GrowthBar = ({ label, figure, beside, from, to, mark, by, end, until }: GrowthBarProps) => {
  const { beats } = useTiming()
  const grows = beats.land + 250
  const grown = grows + growMs
  const style = { '--from': from, '--to': to, '--grew': Math.max(0, to - from) } as CSSProperties
  return (
    <Part
      className="growth"
      style={style}
      track={stay({ at: beats.count - 120, from: 'translateY(60%)', until, to: 'translateY(40%)' })}
      isClear
    >
      <div className="growth-said">
        <bdi className="growth-label line">{label}</bdi>
        <p className="growth-figures" {...phrase} style={widthOf(figure.after, beside)}>
          <Swapped {...figure} at={grown - 200} />
          {beside !== null && <span className="growth-beside">{beside}</span>}
        </p>
      </div>
      <div className="growth-track">
        <span className="growth-before" />
        <Part
          className="growth-grown"
          track={[
            { at: grows, opacity: 0, transform: 'scaleX(0)', easing: settle },
            { at: grows + 30, opacity: 1, transform: 'scaleX(0)', easing: settle },
            { at: grown, opacity: 1, transform: 'none' },
          ]}
        />
        {mark !== null && <span className="growth-mark" style={{ '--at': mark } as CSSProperties} />}
        {by !== null && (
          <Part
            className="growth-by"
            track={[
              { at: beats.land, opacity: 0, transform: 'translateY(-7rem) scale(1.25)', easing: springy },
              {
                at: beats.land + 160,
                opacity: 1,
                transform: 'translateY(-4rem) scale(1.15)',
                easing: settle,
              },
              { at: grown - 120, opacity: 1, transform: 'none' },
            ]}
          >
            {by}
          </Part>
        )}
      </div>
      {end !== null && (
        <div className="growth-said" data-end="">
          <span className="growth-label">{end.label}</span>
          <p className="growth-figures" {...phrase} style={widthOf(end.after, null)}>
            <Swapped before={end.before} after={end.after} at={grown - 200} />
          </p>
        </div>
      )}
    </Part>
  )
}

/** In em of the figure's size: the words beside it are a good half as large. */
const widthOf = (figure: string, beside: string | null): CSSProperties =>
  ({
    '--ems': (1.06 * textWidth(figure) + (beside === null ? 0 : 0.68 * textWidth(beside) + 0.3)).toFixed(2),
  }) as CSSProperties

/** One figure in the place of another; only the newer is read aloud. */
const Swapped = ({ before, after, at }: Change & { readonly at: number }) => {
  const { isStill } = useTiming()
  if (isStill || before === after) return <span className="swapped">{after}</span>
  return (
    <span className="swapped">
      <Part className="swapped-after" track={swap(at, true)}>
        {after}
      </Part>
      <div className="swapped-before" aria-hidden="true">
        <Part className="swapped-out" track={swap(at, false)}>
          {before}
        </Part>
      </div>
    </span>
  )
}
