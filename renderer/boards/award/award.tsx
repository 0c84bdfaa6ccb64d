// Those who stand for an award as cards with why; once it is decided whoever was chosen, large; below, those before.
import { type CSSProperties, memo, useMemo } from 'react'
import type { AwardEnd, AwardRow, AwardView } from '../../../shared/wire/boards/award-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Confetti } from '../parts/confetti.tsx'
import { Empty } from '../parts/empty.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { useFittingStep } from '../parts/use-fitting-step.ts'
import { useGridPlace } from '../parts/use-grid-place.ts'
import { useWhenWords } from './when-words.ts'
import './award.css'

/** Of award.css. */
const steps = 5
/** In the line below. */
const mostPastBelow = 3

interface AwardProps {
  readonly view: AwardView
  readonly page: number
  readonly pages: number
  /** Feed clock, epoch ms. */
  readonly now: number
}

export const Award = ({ view, page, pages, now }: AwardProps) => {
  const { chosen, rows } = view
  if (chosen !== null) return <Chosen chosen={chosen} past={view.past} />
  if (Object.keys(rows).length === 0) return <Nobody view={view} />
  return (
    <section className="award">
      <Cards view={view} page={page} pages={pages} />
      <Below view={view} now={now} />
    </section>
  )
}

const Nobody = ({ view: { by, counts } }: { readonly view: AwardView }) => {
  const { say } = useSurroundings().format
  return by === 'vote' ? (
    <Empty headline={say({ id: 'award.empty', defaultMessage: 'Who made the difference?' })}>
      {say({
        id: 'award.empty-advice',
        defaultMessage:
          'Nominate a colleague on your phone: one sentence is enough. The first one goes up here.',
      })}
    </Empty>
  ) : (
    <Empty headline={say({ id: 'award.empty-metric', defaultMessage: 'Whoever is in front goes up here' })}>
      {say(
        { id: 'award.empty-metric-advice', defaultMessage: 'It goes by this number: {counts}.' },
        { counts: counts ?? '' },
      )}
    </Empty>
  )
}

const Cards = ({ view: { rows, unit, counts }, page, pages }: Omit<AwardProps, 'now'>) => {
  const shown = useMemo(() => rowsOnPage(rows, page, pages), [rows, page, pages])
  return (
    <SameSize names={shown.rows.map(({ row }) => row.name)}>
      <ul className="award-cards" key={page} data-count={shown.slots}>
        {shown.rows.map(({ id, row, slot }) => (
          <Card key={id} row={row} slot={slot} unit={unit} counts={counts} />
        ))}
      </ul>
    </SameSize>
  )
}

interface CardProps extends Pick<AwardView, 'unit' | 'counts'> {
  readonly row: AwardRow
  readonly slot: number
}

const Card = memo(({ row, slot, unit, counts }: CardProps) => {
  const { format } = useSurroundings()
  const quote = useFittingStep(steps)
  const { words, more, value } = row
  const figure = value === null ? null : format.value(value, unit)
  return (
    <li
      className="award-card"
      ref={useGridPlace(slot)}
      style={{ order: slot, animationDelay: `${slot * 60}ms` } as CSSProperties}
      data-hue={row.hue}
      data-quiet={row.quiet}
    >
      <div className="award-who">
        <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} isLarge />
        <span className="award-name">
          <PersonName name={row.name} />
          {figure !== null && words !== null && (
            <span className="award-beside line" {...phrase}>
              {figure}
              {counts !== null && ` ${counts}`}
            </span>
          )}
          {more > 0 && (
            <span className="award-more">
              {format.say(
                {
                  id: 'award.more-reasons',
                  defaultMessage: '{count, plural, one {and one more reason} other {and # more reasons}}',
                },
                { count: more },
              )}
            </span>
          )}
        </span>
      </div>
      {words !== null ? (
        <div className="award-quote" ref={quote}>
          <blockquote className="award-said" dir="auto">{`“${words}”`}</blockquote>
        </div>
      ) : (
        figure !== null && (
          <p className="award-figure" {...phrase}>
            <strong className="fitting-figure" style={fittingFigure(figure)}>
              {figure}
            </strong>
            <span className="award-counts fitting line" style={fitting(counts ?? '')}>
              {counts}
            </span>
          </p>
        )
      )}
    </li>
  )
})
Card.displayName = 'Card'

/** When, for what, and who was chosen before. */
const Below = ({ view, now }: { readonly view: AwardView; readonly now: number }) => {
  const { say } = useSurroundings().format
  const when = useWhenWords()(view, now)
  const { prize, past } = view
  const told =
    prize === null ? null : say({ id: 'award.prize', defaultMessage: 'Prize: {what}' }, { what: prize })
  return (
    <footer className="award-below">
      <p className="award-when">
        <strong className="fitting line" style={fitting(when)} {...phrase}>
          {when}
        </strong>
        {told !== null && (
          <span className="award-prize fitting line" dir="auto" style={fitting(told)}>
            {told}
          </span>
        )}
      </p>
      {past.length > 0 && (
        <ol className="award-past">
          {past.slice(0, mostPastBelow).map((end) => (
            <Before key={end.period} end={end} isShort />
          ))}
        </ol>
      )}
    </footer>
  )
}

interface BeforeProps {
  readonly end: AwardEnd
  /** There is room for a short name. */
  readonly isShort?: boolean
}

/** Of one the name, of two both where there is room, of more the first and how many besides. */
const Before = memo(({ end: { period, winners, more }, isShort = false }: BeforeProps) => {
  const { say, value } = useSurroundings().format
  const [first, second] = winners
  if (first === undefined) return null
  const all = winners.length + more
  const isPair = all === 2 && second !== undefined && !isShort
  const names = isPair ? `${first.short}, ${second.short}` : all === 1 && !isShort ? first.name : first.short
  return (
    <li className="award-before">
      <Avatar initials={first.initials} hue={first.hue} photo={first.photo} reached={false} />
      <span className="award-before-words">
        <span className="award-before-who">
          <bdi className="award-before-name line">{names}</bdi>
          {all > 1 && !isPair && (
            <span className="award-before-more" {...phrase}>
              {say({ id: 'award.more', defaultMessage: '+{count}' }, { count: value(all - 1, 'count') })}
            </span>
          )}
        </span>
        <span className="award-before-period line">{period}</span>
      </span>
    </li>
  )
})
Before.displayName = 'Before'

interface ChosenProps {
  readonly chosen: NonNullable<AwardView['chosen']>
  readonly past: readonly AwardEnd[]
}

const Chosen = ({ chosen, past }: ChosenProps) => {
  const { format } = useSurroundings()
  const { say, value } = format
  const quote = useFittingStep(steps)
  const { winners, more, words, prize, counts, unit } = chosen
  const isOne = winners.length === 1 && more === 0
  const quiet = winners.every((face) => face.quiet === true)
  const figure = chosen.value === null ? null : value(chosen.value, unit)
  const [first] = winners
  const told =
    prize === null ? null : say({ id: 'award.prize', defaultMessage: 'Prize: {what}' }, { what: prize })
  const isBare = words === null && told === null && figure === null && past.length === 0
  return (
    <section className="award-chosen" data-alone={isBare || undefined}>
      <article className="award-winner" data-quiet={quiet || undefined}>
        <div className="award-faces" data-count={winners.length + (more > 0 ? 1 : 0)}>
          {!quiet && isOne && <Confetti seed={0} />}
          {winners.map(({ name, initials, hue, photo }) => (
            <Avatar
              key={`${name} ${hue}`}
              initials={initials}
              hue={hue}
              photo={photo}
              reached={!quiet}
              isLarge={isOne}
            />
          ))}
          {more > 0 && (
            <span className="award-faces-more" {...phrase}>
              {say({ id: 'award.more', defaultMessage: '+{count}' }, { count: value(more, 'count') })}
            </span>
          )}
        </div>
        {isOne ? (
          <PersonName name={first?.name ?? ''} />
        ) : (
          <p className="award-names person-name" dir="auto">
            {winners.map(({ short }) => short).join(', ')}
          </p>
        )}
        <span className="award-period line">{chosen.period}</span>
      </article>
      {!isBare && (
        <div className="award-why" data-words={words === null ? undefined : ''}>
          {words !== null && (
            <div className="award-quote" ref={quote}>
              <blockquote className="award-said" dir="auto">{`“${words}”`}</blockquote>
            </div>
          )}
          {figure !== null && (
            <p className="award-figure" {...phrase}>
              <strong className="fitting-figure" style={fittingFigure(figure)}>
                {figure}
              </strong>
              <span className="award-counts fitting line" style={fitting(counts ?? '')}>
                {counts}
              </span>
            </p>
          )}
          {told !== null && (
            <p className="award-won-prize fitting line" dir="auto" style={fitting(told)}>
              {told}
            </p>
          )}
          {past.length > 0 && (
            <ol className="award-history">
              {past.map((end) => (
                <Before key={end.period} end={end} />
              ))}
            </ol>
          )}
        </div>
      )}
    </section>
  )
}
