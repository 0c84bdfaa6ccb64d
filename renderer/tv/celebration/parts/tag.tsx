// What is celebrated, in a word or two, and beside it what more there is to know.
import { useTiming } from '../takeover/timing.ts'
import { stay } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import './tag.css'

interface TagProps {
  readonly title: string
  readonly beside?: string | null
  readonly isReached?: boolean
  readonly until?: number
}

export const Tag = ({ title, beside = null, isReached = false, until }: TagProps) => {
  const { beats } = useTiming()
  return (
    <Part
      className="tag-line"
      track={stay({ at: beats.arrive + 60, from: 'translateX(-4rem)', until: until ?? beats.leave })}
      isClear
    >
      <span className="tag" data-reached={isReached || undefined}>
        <bdi className="line">{title}</bdi>
      </span>
      {beside !== null && <bdi className="tag-beside line">{beside}</bdi>}
    </Part>
  )
}
