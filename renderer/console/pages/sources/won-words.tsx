// Won in a period: a number, and the money of each currency.
import { FormattedMessage, useIntl } from 'react-intl'
import { decimalsOf } from '../../../../shared/wire/iso-4217.ts'
import type { WonTotals } from '../../../../shared/wire/sources.ts'

export const sameTotals = (a: WonTotals, b: WonTotals): boolean => {
  const sums = (totals: WonTotals) =>
    JSON.stringify(
      totals.amounts
        .filter(({ minor }) => minor !== 0)
        .toSorted((x, y) => (x.currency < y.currency ? -1 : 1)),
    )
  return a.won === b.won && sums(a) === sums(b)
}

export function WonColumn({ of, name }: { readonly of: WonTotals; readonly name: string }) {
  const intl = useIntl()
  return (
    <div className="won-column">
      <span className="soft small">{name}</span>
      <span className="won-count">
        <FormattedMessage
          id="console.sources.won"
          defaultMessage="{won, number} won"
          values={{ won: of.won }}
        />
      </span>
      {of.amounts.map(({ currency, minor }) => (
        <span key={currency}>
          {intl.formatNumber(minor / 10 ** (decimalsOf(currency) ?? 2), { style: 'currency', currency })}
        </span>
      ))}
    </div>
  )
}

interface WonCompareProps {
  readonly vendor: string
  readonly label: string
  readonly theirs: WonTotals
  readonly ours: WonTotals
}

export function WonCompare({ vendor, label, theirs, ours }: WonCompareProps) {
  const same = sameTotals(theirs, ours)
  return (
    <div className="won-compare" data-same={same ? '' : undefined}>
      <WonColumn of={theirs} name={`${vendor} · ${label}`} />
      <span className="won-sign" aria-hidden="true">
        {same ? '=' : '≠'}
      </span>
      <FormattedMessage id="console.sources.wall" defaultMessage="On the wall">
        {(words) => <WonColumn of={ours} name={words.join('')} />}
      </FormattedMessage>
    </div>
  )
}
