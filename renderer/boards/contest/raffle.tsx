// A raffle: who has how many tickets in the drum; and the draw, in which names run by until one of them stands.
import { type CSSProperties, memo } from 'react'
import type { ContestRow, ContestStandings } from '../../../shared/wire/contests/standings.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { fitting } from '../../ui/fitting.ts'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { inOrder } from './contest-shape.ts'
import { sealLetters } from './contest-words.ts'
import { namesRunning } from './running-names.ts'
import './raffle.css'

interface RaffleProps {
  readonly standings: ContestStandings
  readonly page: number
  readonly pages: number
}

/** So many drums turn at once on a wall. */
const mostDrums = 3

export const Raffle = ({ standings, page, pages }: RaffleProps) => {
  const drawn = (standings.draw?.drawn ?? []).slice(0, mostDrums)
  return (
    <section className="contest-raffle">
      {drawn.length > 0 ? (
        <Drums standings={standings} drawn={drawn} />
      ) : (
        <Tickets standings={standings} page={page} pages={pages} />
      )}
      <Seal standings={standings} />
    </section>
  )
}

const Drums = ({
  standings,
  drawn,
}: Pick<RaffleProps, 'standings'> & { readonly drawn: readonly string[] }) => {
  const all = inOrder(standings).filter(({ tickets }) => (tickets ?? 0) > 0)
  return (
    <ol className="contest-drums" style={{ '--drums': drawn.length } as CSSProperties}>
      {drawn.map((id, at) => {
        const row = standings.rows[id]
        return row === undefined ? null : (
          <Drum
            // biome-ignore lint/suspicious/noArrayIndexKey: one may be drawn twice
            key={`${id} ${at}`}
            row={row}
            names={namesRunning(all, row, at)}
            turn={at}
            prize={standings.prizes[at]?.what ?? ''}
          />
        )
      })}
    </ol>
  )
}

interface DrumProps {
  readonly row: ContestRow
  readonly names: readonly string[]
  /** One stands after the other. */
  readonly turn: number
  readonly prize: string
}

const Drum = memo(({ row, names, turn, prize }: DrumProps) => {
  const { say } = useSurroundings().format
  return (
    <li className="contest-drum" style={{ '--turn': turn } as CSSProperties}>
      <span className="contest-drum-face">
        <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached isLarge />
      </span>
      <span className="contest-drum-window">
        <span className="contest-drum-strip" style={{ '--names': names.length } as CSSProperties}>
          {names.map((name, at) => (
            <span
              className="contest-drum-name fitting line"
              dir="auto"
              // biome-ignore lint/suspicious/noArrayIndexKey: a name comes by more than once
              key={at}
              aria-hidden={at < names.length - 1 || undefined}
              style={fitting(name)}
            >
              {name}
            </span>
          ))}
        </span>
      </span>
      <span className="contest-drum-note" {...phrase}>
        {say(
          { id: 'contest.tickets-of', defaultMessage: '{tickets, plural, one {# ticket} other {# tickets}}' },
          { tickets: row.tickets ?? 0 },
        )}
      </span>
      {prize !== '' && (
        <span className="contest-drum-prize fitting line" dir="auto" style={fitting(prize)}>
          {prize}
        </span>
      )}
    </li>
  )
})
Drum.displayName = 'Drum'

const Tickets = ({ standings, page, pages }: RaffleProps) => {
  const { rows } = rowsOnPage(standings.rows, page, pages)
  return (
    <SameSize names={rows.map(({ row }) => row.name)}>
      <ul className="contest-tickets" key={page}>
        {[...rows]
          .sort((a, b) => a.slot - b.slot)
          .map(({ id, row }) => (
            <Ticket key={id} row={row} />
          ))}
      </ul>
    </SameSize>
  )
}

const Ticket = memo(({ row }: { readonly row: ContestRow }) => {
  const { format } = useSurroundings()
  return (
    <li className="contest-ticket" data-none={row.tickets === 0 || undefined}>
      <Avatar initials={row.initials} hue={row.hue} photo={row.photo} reached={false} />
      <span className="contest-ticket-name">
        <PersonName name={row.name} />
      </span>
      <span className="contest-ticket-count">{format.value(row.tickets, 'count')}</span>
    </li>
  )
})
Ticket.displayName = 'Ticket'

/** What the draw is checked by: its seal before, its seed after. */
const Seal = ({ standings: { draw } }: Pick<RaffleProps, 'standings'>) => {
  const { say } = useSurroundings().format
  if (draw === null) return null
  const text =
    draw.seed === null
      ? say(
          { id: 'contest.sealed', defaultMessage: 'The seed is sealed: {seal}…' },
          { seal: draw.sealed.slice(0, sealLetters) },
        )
      : say(
          { id: 'contest.seed', defaultMessage: 'Drawn by {seed}, sealed as {seal}…' },
          { seed: draw.seed.slice(0, sealLetters), seal: draw.sealed.slice(0, sealLetters) },
        )
  return (
    <p className="contest-seal line" {...phrase}>
      {text}
    </p>
  )
}
