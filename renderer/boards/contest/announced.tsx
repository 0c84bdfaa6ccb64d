// Before a contest begins: how long it is until then, what there is to win and how, who takes part, and what the sponsor says.
import { memo } from 'react'
import type { ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { inOrder } from './contest-shape.ts'
import { howWonWords, momentWords, prizesOf } from './contest-words.ts'
import { leftText } from './time-left.ts'
import { useLeft } from './use-left.ts'
import './announced.css'

const mostFaces = 14

export const Announced = ({ standings }: { readonly standings: ContestStandings }) => {
  const { format } = useSurroundings()
  const how = howWonWords(standings, format)
  return (
    <section className="contest-announced">
      <Starts from={standings.from} withTime={standings.isByTheClock} />
      <div className="contest-about">
        {prizesOf(standings, format).map((prize) => (
          <p className="contest-about-prize fitting line" dir="auto" key={prize} style={fitting(prize)}>
            {prize}
          </p>
        ))}
        <p className="contest-about-how" dir="auto">
          {how}
        </p>
        <p className="contest-about-counts" dir="auto">
          {format.say(
            { id: 'contest.counts', defaultMessage: 'Counts: {counts}' },
            { counts: standings.counts },
          )}
        </p>
      </div>
      {standings.sponsor === null ? (
        <TakePart standings={standings} />
      ) : (
        <Sponsor sponsor={standings.sponsor} />
      )}
    </section>
  )
}

const Starts = memo(({ from, withTime }: { readonly from: number; readonly withTime: boolean }) => {
  const { format, locale, timeZone } = useSurroundings()
  const text = leftText(useLeft(from), format.say)
  return (
    <div className="contest-starts" role="timer">
      <span className="contest-starts-label">
        {format.say({ id: 'contest.starts-in', defaultMessage: 'Starts in' })}
      </span>
      <strong className="contest-starts-text fitting-figure" dir="ltr" style={fitting(text)}>
        {text}
      </strong>
      <span className="contest-starts-then" {...phrase}>
        <bdi>{momentWords(from, withTime, locale, timeZone)}</bdi>
      </span>
    </div>
  )
})
Starts.displayName = 'Starts'

const Sponsor = ({
  sponsor: { from, word },
}: {
  readonly sponsor: NonNullable<ContestStandings['sponsor']>
}) => (
  <figure className="contest-sponsor">
    <Avatar initials={from.initials} hue={from.hue} photo={from.photo} reached={false} />
    <blockquote className="contest-sponsor-word" dir="auto">{`“${word}”`}</blockquote>
    <figcaption className="contest-sponsor-name line" dir="auto">
      {from.name}
    </figcaption>
  </figure>
)

/** Whose game it is: faces, and how many there are beyond them. */
const TakePart = ({ standings }: { readonly standings: ContestStandings }) => {
  const { say } = useSurroundings().format
  const rows = inOrder(standings)
  if (rows.length === 0)
    return (
      <p className="contest-part-more">
        {say({ id: 'contest.nobody', defaultMessage: 'Nobody takes part yet.' })}
      </p>
    )
  const shown = rows.length > mostFaces ? rows.slice(0, mostFaces - 1) : rows
  const more = rows.length - shown.length
  return (
    <div className="contest-part">
      {shown.map(({ name, initials, hue, photo }) => (
        <Avatar key={name} initials={initials} hue={hue} photo={photo} reached={false} />
      ))}
      {more > 0 && (
        <span className="contest-part-more" {...phrase}>
          {say({ id: 'contest.more-people', defaultMessage: 'and {count} more' }, { count: more })}
        </span>
      )}
    </div>
  )
}
