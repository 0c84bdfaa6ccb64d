// A tug of war: two sides, the score, one rope whose knot stands where the score says, and a line for each metric.
import { type CSSProperties, useMemo } from 'react'
import type { HeadToHeadSide, HeadToHeadView } from '../../../shared/wire/boards/head-to-head-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { peopleCount } from '../parts/ask-text.ts'
import { rowsOnPage } from '../parts/paging.ts'
import { Line } from './line.tsx'
import { Rope } from './rope.tsx'
import './head-to-head.css'

interface HeadToHeadProps {
  readonly view: HeadToHeadView
  readonly page: number
  readonly pages: number
}

export const HeadToHead = ({ view, page, pages }: HeadToHeadProps) => {
  const { left, right, rows } = view
  const shown = useMemo(() => rowsOnPage(rows, page, pages), [rows, page, pages])
  const lines = Object.values(rows)
  const isJudged = lines.some(({ leads }) => leads !== null)
  return (
    <section className="versus" data-lines={shown.slots}>
      <SameSize names={[left.name, right.name]}>
        <div className="versus-sides">
          <Side side={left} end="left" />
          <span className="versus-figures">
            <span data-hue={left.won > right.won ? left.hue : undefined}>{left.won}</span>
            <span className="versus-colon">:</span>
            <span data-hue={right.won > left.won ? right.hue : undefined}>{right.won}</span>
          </span>
          <Side side={right} end="right" />
        </div>
      </SameSize>
      <Rope pull={isJudged ? (left.won - right.won) / lines.length : null} hues={[left.hue, right.hue]} />
      <ul className="versus-lines" style={{ '--lines': shown.slots } as CSSProperties}>
        {shown.rows.map(({ id, row, slot }) => (
          <Line key={id} row={row} slot={slot} sides={[left, right]} board={view.window} />
        ))}
      </ul>
    </section>
  )
}

interface SideProps {
  readonly side: HeadToHeadSide
  readonly end: 'left' | 'right'
}

const Side = ({ side, end }: SideProps) => {
  const { say } = useSurroundings().format
  const people = side.people === null ? null : peopleCount(side.people, say)
  return (
    <div className="versus-side" data-end={end} data-of={side.of}>
      <Avatar initials={side.initials} hue={side.hue} photo={side.photo} reached={false} />
      <span className="versus-words">
        <PersonName name={side.name} />
        {people !== null && <span className="versus-note quiet">{people}</span>}
      </span>
    </div>
  )
}
