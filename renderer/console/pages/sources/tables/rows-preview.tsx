// The first rows of a table, as they will be understood.
import { TriangleAlert } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Fact } from '../../../../../shared/wire/fact.ts'
import type { TriedRow } from '../../../../../shared/wire/tables.ts'
import { useSay } from '../../../words/words.tsx'
import { momentWords, moneyWords } from '../../inbound/fact-words.ts'

const useWhat = (): ((fact: Fact) => string) => {
  const say = useSay()
  return (fact) => {
    if (fact.type === 'activity') return fact.kind
    if (fact.status === 'won') return say({ id: 'console.tables.won', defaultMessage: 'won' })
    return fact.status === 'lost'
      ? say({ id: 'console.tables.lost', defaultMessage: 'lost' })
      : say({ id: 'console.tables.open', defaultMessage: 'open' })
  }
}

function FactCells({ fact }: { readonly fact: Fact }) {
  const intl = useIntl()
  const what = useWhat()
  const when = fact.type === 'deal' ? (fact.closedAt ?? fact.expectedCloseOn) : fact.at
  const name = fact.type === 'deal' ? (fact.name ?? fact.account) : (fact.outcome ?? fact.account)
  return (
    <>
      <td>
        <span className="table-status" data-status={fact.type === 'deal' ? fact.status : undefined}>
          {what(fact)}
        </span>
      </td>
      <td dir="auto" className="strong">
        {name ?? fact.id}
      </td>
      <td className="table-amount">
        {fact.type === 'deal' && fact.amount ? moneyWords(fact.amount, intl) : ''}
      </td>
      <td className="table-when">{when ? momentWords(when, intl) : ''}</td>
      <td dir="auto">{fact.credits.map(({ rep }) => rep).join(', ')}</td>
    </>
  )
}

function Row({ row }: { readonly row: TriedRow }) {
  if (row.kind === 'fact') return <FactCells fact={row.fact} />
  return (
    <td colSpan={5} className="table-refused" data-kind={row.kind}>
      {row.kind === 'refused' ? (
        <>
          <TriangleAlert aria-hidden="true" className="bad-mark" />
          {row.reason}
        </>
      ) : row.kind === 'withdrawal' ? (
        <FormattedMessage
          id="console.inbound.try.withdrawal"
          defaultMessage="{id} is taken away"
          values={{ id: <bdi>{row.id}</bdi> }}
        />
      ) : (
        <FormattedMessage id="console.inbound.try.passed-over" defaultMessage="passed over" />
      )}
    </td>
  )
}

export function RowsPreview({ rows }: { readonly rows: readonly TriedRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled must be reached by keyboard
    <div className="table-preview" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="console.tables.col.line" defaultMessage="Line" />
            </th>
            <th scope="col">
              <FormattedMessage id="console.tables.col.what" defaultMessage="What" />
            </th>
            <th scope="col">
              <FormattedMessage id="console.tables.col.name" defaultMessage="Name" />
            </th>
            <th scope="col" className="table-amount">
              <FormattedMessage id="console.tables.col.amount" defaultMessage="Amount" />
            </th>
            <th scope="col">
              <FormattedMessage id="console.tables.col.when" defaultMessage="When" />
            </th>
            <th scope="col">
              <FormattedMessage id="console.tables.col.whose" defaultMessage="Whose" />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className="soft">{row.line}</td>
              <Row row={row} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
