// Rows that are not taken, by their lines, and why.
import { FormattedMessage } from 'react-intl'
import type { TableHealth } from '../../../../shared/wire/tables.ts'

export function RowLines({ rows }: { readonly rows: readonly TableHealth['refused']['first'][number][] }) {
  return (
    <ul className="small">
      {rows.map(({ line, why }) => (
        <li key={`${line} ${why}`}>
          <FormattedMessage
            id="console.tables.line"
            defaultMessage="Line {line, number}: {why}"
            values={{ line, why }}
          />
        </li>
      ))}
    </ul>
  )
}
