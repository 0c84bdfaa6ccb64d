// Contests that are over: the latest large, in gold, and those before it as cards beside it.
import { memo } from 'react'
import type { HallOfFameRow, HallOfFameView } from '../../../shared/wire/boards/hall-of-fame-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { Empty } from '../parts/empty.tsx'
import { dayWon } from './day-won.ts'
import { earlierOn } from './hall-pages.ts'
import { latestFirst } from './latest-first.ts'
import './hall-of-fame.css'

/** On a card there is room for two faces. */
const facesOnCard = 2
/** So few of all have room for large cards. */
const mostLarge = 4

const sizeOf = (ends: number): 'one' | 'large' | 'small' =>
  ends === 2 ? 'one' : ends <= mostLarge ? 'large' : 'small'

interface HallOfFameProps {
  readonly view: HallOfFameView
  readonly page: number
  readonly pages: number
  /** Feed clock, epoch ms. */
  readonly now: number
}

export const HallOfFame = ({ view, page, pages, now }: HallOfFameProps) => {
  const { say } = useSurroundings().format
  const ends = latestFirst(view.rows)
  const [latest] = ends
  const earlier = earlierOn(ends, page, pages)
  if (latest === undefined)
    return (
      <Empty
        headline={say({ id: 'hall.empty', defaultMessage: 'Whoever wins the next contest goes up here' })}
      >
        {say({
          id: 'hall.empty-advice',
          defaultMessage: 'Who won, what and when: it stays here once the contest is over for good.',
        })}
      </Empty>
    )
  return (
    <section className="hall" data-alone={ends.length === 1 || undefined}>
      <Latest row={latest} now={now} />
      {earlier.length > 0 && (
        <SameSize names={earlier.map(namesOnCard)}>
          <ol className="hall-earlier" key={page} data-size={sizeOf(ends.length)}>
            {earlier.map((row) => (
              <Earlier key={row.place} row={row} now={now} />
            ))}
          </ol>
        </SameSize>
      )}
    </section>
  )
}

/** Nobody of them wants to be celebrated. */
const isQuiet = ({ winners }: HallOfFameRow): boolean => winners.every(({ quiet }) => quiet === true)

/** Of one the whole name, of two both; of more the first, and how many besides stands behind it. */
const namesOnCard = ({ winners, more }: HallOfFameRow): string => {
  const [first, second] = winners
  if (first === undefined) return ''
  if (winners.length + more === 1) return first.name
  return winners.length + more === 2 && second !== undefined ? `${first.short}, ${second.short}` : first.short
}

interface EndProps {
  readonly row: HallOfFameRow
  readonly now: number
}

const Latest = memo(({ row, now }: EndProps) => {
  const { format, locale, timeZone } = useSurroundings()
  const { winners, more, called, until, prize, counts, score, unit } = row
  const quiet = isQuiet(row)
  const isOne = winners.length === 1 && more === 0
  const figure = isOne && score !== null ? format.value(score, unit) : null
  const won =
    prize === null ? '' : format.say({ id: 'hall.prize', defaultMessage: 'Prize: {what}' }, { what: prize })
  return (
    <article className="hall-latest" data-quiet={quiet || undefined}>
      <div className="hall-faces" data-count={winners.length + (more > 0 ? 1 : 0)}>
        {!quiet && isOne && <Confetti seed={0} />}
        {winners.map(({ name, initials, hue, photo }) => (
          <Avatar
            key={name}
            initials={initials}
            hue={hue}
            photo={photo}
            reached={!quiet}
            isLarge={isOne && row.between === 'people'}
          />
        ))}
        {more > 0 && <More count={more} className="hall-faces-more" />}
      </div>
      <div className="hall-words">
        {isOne ? (
          <PersonName name={winners[0]?.name ?? ''} />
        ) : (
          <p className="hall-names person-name" dir="auto">
            {winners.map(({ short }) => short).join(', ')}
          </p>
        )}
        {figure !== null && (
          <strong className="hall-figure fitting-figure" style={fittingFigure(figure)}>
            {figure}
          </strong>
        )}
        <span className="hall-counts fitting line" dir="auto" style={fitting(counts)}>
          {counts}
        </span>
        <span className="hall-contest">
          <bdi className="hall-contest-name line">{called}</bdi>
          <span className="hall-day">{dayWon(until, now, locale, timeZone)}</span>
        </span>
        {won !== '' && (
          <span className="hall-prize fitting line" dir="auto" style={fitting(won)}>
            {won}
          </span>
        )}
      </div>
    </article>
  )
})
Latest.displayName = 'Latest'

const Earlier = memo(({ row, now }: EndProps) => {
  const { locale, timeZone } = useSurroundings()
  const { winners, more, called, until, prize } = row
  const shown = winners.slice(0, facesOnCard)
  const all = winners.length + more
  const besides = all > 2 ? all - 1 : 0
  return (
    <li className="hall-card">
      <span className="hall-card-faces" data-count={shown.length}>
        {shown.map(({ name, initials, hue, photo }) => (
          <Avatar key={name} initials={initials} hue={hue} photo={photo} reached={false} />
        ))}
      </span>
      <span className="hall-card-words">
        <span className="hall-card-who">
          <PersonName name={namesOnCard(row)} />
          {besides > 0 && <More count={besides} className="hall-card-more" />}
        </span>
        <bdi className="hall-card-contest fitting line" style={fitting(called)}>
          {called}
        </bdi>
        <span className="hall-card-when">
          <span className="hall-day">{dayWon(until, now, locale, timeZone)}</span>
          {prize !== null && (
            <span className="hall-card-prize line" dir="auto">
              {prize}
            </span>
          )}
        </span>
      </span>
    </li>
  )
})
Earlier.displayName = 'Earlier'

/** "+26" */
const More = ({ count, className }: { readonly count: number; readonly className: string }) => {
  const { say, value } = useSurroundings().format
  return (
    <span className={className} {...phrase}>
      {say({ id: 'hall.more', defaultMessage: '+{count}' }, { count: value(count, 'count') })}
    </span>
  )
}
