// A tug of war: two sides, the score, and a rope for each metric.
import { type CSSProperties, useMemo } from 'react'
import type { HeadToHeadSide, HeadToHeadView } from '../../../shared/wire/boards/head-to-head-board.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { PersonName, SameSize } from '../../ui/person-name.tsx'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { peopleCount } from '../parts/ask-text.ts'
import { rowsOnPage } from '../parts/paging.ts'
import { Rope } from './rope.tsx'
import './head-to-head.css'

interface HeadToHeadProps {
  readonly view: HeadToHeadView
  readonly page: number
  readonly pages: number
}

export const HeadToHead = ({ view, page, pages }: HeadToHeadProps) => {
  const { left, right } = view
  const { say } = useSurroundings().format
  const shown = useMemo(() => rowsOnPage(view.rows, page, pages), [view.rows, page, pages])
  return (
    <section className="versus" data-ropes={shown.slots}>
      <SameSize names={[left.name, right.name]}>
        <div className="versus-sides">
          <Side side={left} end="left" ahead={left.won > right.won} />
          <span className="versus-score">
            <span className="versus-figures">
              <span>{left.won}</span>
              <span className="versus-colon">:</span>
              <span>{right.won}</span>
            </span>
            <span className="quiet">
              {say({ id: 'head-to-head.lines-led', defaultMessage: 'lines led' })}
            </span>
          </span>
          <Side side={right} end="right" ahead={right.won > left.won} />
        </div>
      </SameSize>
      <ul className="ropes" style={{ '--lines': shown.slots } as CSSProperties}>
        {shown.rows.map(({ id, row, slot }) => (
          <Rope key={id} row={row} slot={slot} hues={[left.hue, right.hue]} board={view.window} />
        ))}
      </ul>
    </section>
  )
}

interface SideProps {
  readonly side: HeadToHeadSide
  readonly end: 'left' | 'right'
  readonly ahead: boolean
}

const Side = ({ side, end, ahead }: SideProps) => {
  const { say } = useSurroundings().format
  const people = side.people === null ? null : peopleCount(side.people, say)
  return (
    <div className="versus-side" data-end={end} data-of={side.of}>
      <Avatar initials={side.initials} hue={side.hue} photo={side.photo} reached={false} />
      <span className="versus-words">
        <PersonName name={side.name} />
        <span className="versus-note">
          {ahead && (
            <strong className="versus-ahead">
              ▲ {say({ id: 'head-to-head.in-front', defaultMessage: 'in front' })}
            </strong>
          )}
          {people !== null && <span className="quiet">{people}</span>}
        </span>
      </span>
    </div>
  )
}
