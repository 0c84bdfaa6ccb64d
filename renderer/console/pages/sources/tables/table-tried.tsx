// What a table would become: its first rows, what is not taken, its people, and this month twice.
import { FormattedMessage } from 'react-intl'
import type { TableHealth, TriedTable } from '../../../../../shared/wire/tables.ts'
import { Notice } from '../../../kit/notice.tsx'
import { RowLines } from '../../import/row-lines.tsx'
import { MatchedPeople } from '../matched-people.tsx'
import { RowsPreview } from './rows-preview.tsx'
import { sameTableTotals, TotalsCompare } from './totals-compare.tsx'

interface TableTriedProps {
  readonly tried: TriedTable
  readonly type: TableHealth['type']
}

export function TableTried({ tried, type }: TableTriedProps) {
  const { rows, counts, refused, people, period } = tried
  if (rows.length === 0) return null
  return (
    <>
      <section className="source-part">
        <h3>
          <FormattedMessage
            id="console.tables.rows"
            defaultMessage="{facts, number} of {rows, plural, one {# row} other {# rows}} are understood"
            values={{ facts: counts.facts, rows: counts.rows }}
          />
        </h3>
        {counts.repeated > 0 && (
          <Notice
            tone="warn"
            title={
              <FormattedMessage
                id="console.tables.repeated"
                defaultMessage="{count, plural, one {One row has} other {# rows have}} the id of another"
                values={{ count: counts.repeated }}
              />
            }
          >
            <p className="small">
              <FormattedMessage
                id="console.tables.repeated.note"
                defaultMessage="Of those with one id the last counts. Choose a column whose value no other row has."
              />
            </p>
          </Notice>
        )}
        {counts.refused > 0 && (
          <Notice
            tone="warn"
            title={
              <FormattedMessage
                id="console.tables.refused"
                defaultMessage="{rows, plural, one {One row is} other {# rows are}} not taken"
                values={{ rows: counts.refused }}
              />
            }
          >
            <RowLines rows={refused.slice(0, 4)} />
          </Notice>
        )}
        <RowsPreview rows={rows} />
      </section>
      <MatchedPeople
        people={{ ...people, unknown: people.unknown.map((name) => ({ name, email: null })) }}
        note={
          <FormattedMessage
            id="console.tables.people.note"
            defaultMessage="The others count for the whole floor and for nobody on it. If one of them belongs here, put the name among that person’s names under People."
          />
        }
      />
      {period !== null && (
        <section className="source-part">
          <h3>
            <FormattedMessage
              id="console.sources.month"
              defaultMessage="{label} so far, counted twice"
              values={{ label: period.label }}
            />
          </h3>
          <TotalsCompare label={period.label} table={period.table} wall={period.wall} type={type} />
          <p className={sameTableTotals(period.table, period.wall) ? 'source-agrees' : 'soft'}>
            {sameTableTotals(period.table, period.wall) ? (
              <FormattedMessage
                id="console.tables.month.same"
                defaultMessage="The wall would show what the table says."
              />
            ) : (
              <FormattedMessage
                id="console.tables.month.differs"
                defaultMessage="The wall would show something else: look at the rows that are not taken, and at ids that are there twice."
              />
            )}
          </p>
        </section>
      )}
    </>
  )
}
