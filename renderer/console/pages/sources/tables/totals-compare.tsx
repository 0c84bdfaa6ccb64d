// This month counted twice: row by row as the table says, and as the wall shows it.
import { FormattedMessage, useIntl } from 'react-intl'
import { decimalsOf } from '../../../../../shared/wire/iso-4217.ts'
import type { TableHealth, TableTotals } from '../../../../../shared/wire/tables.ts'
import { useSay } from '../../../words/words.tsx'

type FactType = TableHealth['type']

export const sameTableTotals = (a: TableTotals, b: TableTotals): boolean => {
  const sums = ({ amounts }: TableTotals) => JSON.stringify(amounts.filter(({ minor }) => minor !== 0))
  return a.count === b.count && sums(a) === sums(b)
}

function Column({
  of,
  name,
  type,
}: {
  readonly of: TableTotals
  readonly name: string
  readonly type: FactType
}) {
  const intl = useIntl()
  return (
    <div className="won-column">
      <span className="soft small">{name}</span>
      <span className="won-count">
        {type === 'deal' ? (
          <FormattedMessage
            id="console.sources.won"
            defaultMessage="{won, number} won"
            values={{ won: of.count }}
          />
        ) : (
          <FormattedMessage
            id="console.tables.done"
            defaultMessage="{count, number} done"
            values={{ count: of.count }}
          />
        )}
      </span>
      {of.amounts.map(({ currency, minor }) => (
        <span key={currency}>
          {intl.formatNumber(minor / 10 ** (decimalsOf(currency) ?? 2), { style: 'currency', currency })}
        </span>
      ))}
    </div>
  )
}

interface TotalsCompareProps {
  readonly label: string
  readonly table: TableTotals
  readonly wall: TableTotals
  readonly type: FactType
}

export function TotalsCompare({ label, table, wall, type }: TotalsCompareProps) {
  const say = useSay()
  const same = sameTableTotals(table, wall)
  return (
    <div className="won-compare" data-same={same ? '' : undefined}>
      <Column
        of={table}
        type={type}
        name={say({ id: 'console.tables.in-table', defaultMessage: 'In the table · {label}' }, { label })}
      />
      <span className="won-sign" aria-hidden="true">
        {same ? '=' : '≠'}
      </span>
      <Column
        of={wall}
        type={type}
        name={say({ id: 'console.sources.wall', defaultMessage: 'On the wall' })}
      />
    </div>
  )
}
