// The points of the lines that a board draws, each a number with what is behind it. They are many: folded until somebody asks.
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import type { FigureGroup } from '../../../../shared/wire/figures.ts'
import { More } from '../../kit/more.tsx'
import './line-points.css'

interface LinePointsProps {
  readonly board: string
  readonly group: FigureGroup
}

/** Nothing where no line is drawn. */
export function LinePoints({ board, group: { points } }: LinePointsProps) {
  if (points.length === 0) return null
  return (
    <div className="line-points">
      <More
        level={3}
        words={
          <FormattedMessage
            id="console.how.line"
            defaultMessage="The line, point by point ({count, plural, one {one point} other {# points}})"
            values={{ count: points.length }}
          />
        }
      >
        <ul>
          {points.map(({ id, name, display }) => (
            <li key={id}>
              <Link to="/boards/$board/how" params={{ board }} search={{ figure: id }}>
                <span className="soft">
                  <bdi>{name}</bdi>
                </span>
                <span className="strong figures">{display}</span>
              </Link>
            </li>
          ))}
        </ul>
      </More>
    </div>
  )
}
