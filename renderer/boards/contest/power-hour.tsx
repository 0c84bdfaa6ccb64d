// A contest of the clock (picture 30): what is left of it in the largest figures there are, the edge of the screen burning
// down, and everybody as a column beside the bar.
import { type CSSProperties, memo } from 'react'
import { textWidth } from '../../../shared/domain/words/text-width.ts'
import type { ContestView } from '../../../shared/wire/boards/contest-board.ts'
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting, fittingFigure } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { useCounted } from '../parts/use-counted.ts'
import { useGridPlace } from '../parts/use-grid-place.ts'
import { contestAnswer } from './answer.ts'
import { Burning } from './burning.tsx'
import { columnScale } from './column-scale.ts'
import { howWonWords, prizeWords, spanWords } from './contest-words.ts'
import { Hidden } from './hidden.tsx'
import { clockText, lastMinuteMs } from './time-left.ts'
import { useLeft } from './use-left.ts'
import '../parts/badge.css'
import './power-hour.css'

interface PowerHourProps {
  readonly view: ContestView
  readonly standings: ContestStandings
  readonly page: number
  readonly pages: number
}

export const PowerHour = ({ view, standings, page, pages }: PowerHourProps) => (
  <Loudness until={standings.until}>
    <Burning from={standings.from} until={standings.until} />
    <Head standings={standings} />
    <Clock until={standings.until} />
    <Said standings={standings} />
    {standings.hidden ? (
      <Hidden standings={standings} page={page} pages={pages} />
    ) : (
      <Columns key={`${view.id} ${page}`} standings={standings} page={page} pages={pages} />
    )}
  </Loudness>
)

/** What is around everything knows whether the last minute runs; what it holds is drawn once for that. */
const Loudness = ({ until, children }: { readonly until: number; readonly children: React.ReactNode }) => {
  const left = useLeft(until)
  return (
    <article className="contest-power" data-last={(left <= lastMinuteMs && left > 0) || undefined}>
      {children}
    </article>
  )
}

const Head = memo(({ standings }: { readonly standings: ContestStandings }) => {
  const { format, locale, timeZone } = useSurroundings()
  const words = `${standings.counts}, ${spanWords(standings, format, locale, timeZone)}`
  return (
    <header className="contest-power-head eyebrow">
      <span className="badge contest-power-name line" dir="auto">
        {standings.name}
      </span>
      <span className="eyebrow-text line" dir="auto">
        {words}
      </span>
    </header>
  )
})
Head.displayName = 'Head'

const Clock = memo(({ until }: { readonly until: number }) => {
  const { calm } = useSurroundings()
  const left = useLeft(until)
  const text = clockText(left)
  const isLast = left <= lastMinuteMs && left > 0
  return (
    <div className="contest-clock" role="timer" data-letters={text.length}>
      <span className="contest-rays" aria-hidden="true" />
      {/* Each of the last seconds is an element of its own: it comes with a beat. */}
      <span className="contest-clock-text" key={isLast && !calm ? text : 'clock'} dir="ltr">
        {text}
      </span>
    </div>
  )
})
Clock.displayName = 'Clock'

const Said = ({ standings }: { readonly standings: ContestStandings }) => {
  const { format } = useSurroundings()
  const said = useCounted(contestAnswer(standings, format))
  const prize = standings.prizes[0]?.what
  const note = prize === undefined ? howWonWords(standings, format) : everyoneWins(standings, prize, format)
  return (
    <div className="contest-said">
      <h1
        className="contest-said-answer"
        style={{ '--ems': widthOf(said?.word ?? '', said?.rest ?? '') } as CSSProperties}
      >
        <span className="contest-said-word" dir="auto" data-alarm={said?.alarm}>
          {said?.word}
        </span>{' '}
        {said?.rest !== '' && (
          <span className="contest-said-rest" dir="auto">
            {said?.rest}
          </span>
        )}
      </h1>
      <p className="contest-said-note" dir="auto">
        {note}
      </p>
    </div>
  )
}

/** In em, of lines: a sentence that stands alone has two. */
const widthOf = (word: string, rest: string): string =>
  Math.max(1, rest === '' ? textWidth(word) / 1.7 : Math.max(textWidth(word), textWidth(rest))).toFixed(1)

/** "Everyone at 20 wins: lunch." */
const everyoneWins = (
  standings: ContestStandings,
  prize: string,
  format: ReturnType<typeof useSurroundings>['format'],
): string =>
  standings.win.by === 'over'
    ? format.say(
        { id: 'contest.everyone-wins', defaultMessage: 'Everyone at {line} wins: {prize}' },
        { line: format.value(standings.line, standings.unit), prize },
      )
    : prizeWords(standings, format)

const Columns = ({ standings, page, pages }: Omit<PowerHourProps, 'view'>) => {
  const { format } = useSurroundings()
  const { say } = format
  const { rows, slots } = rowsOnPage(standings.rows, page, pages)
  if (rows.length === 0)
    return (
      <p className="contest-nobody">
        {say({ id: 'contest.nobody', defaultMessage: 'Nobody takes part yet.' })}
      </p>
    )
  const heightOf = columnScale(standings)
  const line = standings.line === null ? null : format.value(standings.line, standings.unit)
  return (
    <section
      className="contest-field"
      style={
        {
          '--columns': Math.max(slots, 4),
          '--line': standings.line === null ? 0 : heightOf(standings.line),
        } as CSSProperties
      }
    >
      <ul className="contest-columns">
        {rows.map(({ id, row, slot }) => (
          <Column
            key={id}
            row={row}
            slot={slot}
            height={heightOf(row.score)}
            unit={standings.unit}
            isLined={line !== null}
            isLast={slot === rows.length - 1}
            rawUnit={standings.handicap || standings.win.by === 'improved' ? 'count' : null}
          />
        ))}
      </ul>
      {line !== null && (
        <p className="contest-line">
          <span className="contest-line-plate" {...phrase}>
            {line}
          </span>
        </p>
      )}
    </section>
  )
}

interface ColumnProps {
  readonly row: ContestRow
  readonly slot: number
  /** Of the room above a column's foot, 0 to 1. */
  readonly height: number
  readonly unit: ContestStandings['unit']
  readonly rawUnit: ContestStandings['unit'] | null
  readonly isLined: boolean
  readonly isLast: boolean
}

const Column = memo(({ row, slot, height, unit, rawUnit, isLined, isLast }: ColumnProps) => {
  const { format } = useSurroundings()
  const raw = rawUnit === null || row.raw === null ? '' : format.value(row.raw, rawUnit)
  const at = { '--height': height } as CSSProperties
  return (
    <li
      className="contest-column"
      ref={useGridPlace(slot)}
      style={{ order: slot }}
      data-in={row.isIn || undefined}
      data-lined={isLined || undefined}
      data-end={isLast || undefined}
    >
      <span className="contest-column-clip">
        <span className="contest-column-body" style={at} />
      </span>
      <span className="contest-column-top" style={at}>
        <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={row.isIn} />
        <span className="contest-column-figures" style={fittingFigure(format.value(row.score, unit))}>
          <CountingNumber className="contest-column-score fitting-figure" amount={row.score} unit={unit} />
          {raw !== '' && <span className="contest-column-raw line">{raw}</span>}
        </span>
      </span>
      <span className="contest-column-name fitting line" dir="auto" style={fitting(row.short)}>
        {row.short}
      </span>
    </li>
  )
})
Column.displayName = 'Column'
