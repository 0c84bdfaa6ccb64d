// How a number is worked out from others: in words, and with its numbers.
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import { workOut } from '../../../../shared/domain/boards/figures/work-out.ts'
import type { BoardFigure, WorkedBy } from '../../../../shared/wire/figures.ts'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'

/** Before each term but the first. */
const signs: Partial<Readonly<Record<WorkedBy, string>>> = {
  sum: '+',
  difference: '−',
  quotient: '÷',
  product: '×',
  'whole product': '×',
  'whole quotient': '÷',
  cover: '÷',
}

const isSame = (one: number | null, other: number | null): boolean =>
  one === null || other === null
    ? one === other
    : Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other))

interface WorkingCardProps {
  readonly board: string
  readonly figure: BoardFigure
}

export function WorkingCard({ board, figure }: WorkingCardProps) {
  const { working, name, full, unit, value, note } = figure
  if (working === null)
    return note === null ? null : (
      <Card>
        <p>{note}</p>
      </Card>
    )
  const again = workOut(
    working.by,
    working.terms.map((term) => term.value),
    unit,
  )
  const sign = signs[working.by] ?? ''
  return (
    <>
      <Card flush title={working.says}>
        <table className="how-table">
          <tbody>
            {working.terms.map((term, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a term is its place
              <tr key={at}>
                <th scope="row" className="how-term">
                  {term.figure === null ? (
                    <bdi>{term.name}</bdi>
                  ) : (
                    <Link to="/boards/$board/how" params={{ board }} search={{ figure: term.figure }}>
                      <bdi>{term.name}</bdi>
                    </Link>
                  )}
                </th>
                <td className="how-figure">
                  {at > 0 && sign !== '' && <span className="soft">{sign} </span>}
                  {term.display}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className="how-figure">{full}</td>
            </tr>
          </tfoot>
        </table>
      </Card>
      {isSame(again, value) && (
        <Notice tone="good">
          <FormattedMessage
            id="console.how.worked-again"
            defaultMessage="Worked out again just now, from what stands here: the same number."
          />
        </Notice>
      )}
    </>
  )
}
