// What a table would become: its first rows, what is not taken, its people, and this month twice.
import { FormattedMessage } from 'react-intl'
import type { TableHealth, TriedTable } from '../../../../../shared/wire/tables.ts'
import { More } from '../../../kit/more.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { RowsPreview } from './rows-preview.tsx'
import { sameTableTotals, TotalsCompare } from './totals-compare.tsx'

interface TableTriedProps {
  readonly tried: TriedTable
  readonly type: TableHealth['type']
}

const mostNamed = 12

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
            <ul className="small">
              {refused.slice(0, 4).map(({ line, why }) => (
                <li key={line}>
                  <FormattedMessage
                    id="console.tables.line"
                    defaultMessage="Line {line, number}: {why}"
                    values={{ line, why }}
                  />
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <RowsPreview rows={rows} />
      </section>
      {people.of > 0 && (
        <section className="source-part">
          <h3>
            <FormattedMessage
              id="console.sources.people"
              defaultMessage="{matched, number} of {of, plural, one {# person} other {# people}} are on this floor"
              values={{ matched: people.matched, of: people.of }}
            />
          </h3>
          {people.unknown.length > 0 && (
            <>
              <p className="soft">
                <FormattedMessage
                  id="console.tables.people.note"
                  defaultMessage="The others count for the whole floor and for nobody on it. If one of them belongs here, put the name among that person’s names in the floor file."
                />
              </p>
              <ul className="source-names">
                {people.unknown.slice(0, mostNamed).map((name) => (
                  <li key={name}>
                    <bdi>{name}</bdi>
                  </li>
                ))}
              </ul>
              {people.unknown.length > mostNamed && (
                <More
                  level={3}
                  words={
                    <FormattedMessage
                      id="console.sources.people.more"
                      defaultMessage="{count, number} more"
                      values={{ count: people.unknown.length - mostNamed }}
                    />
                  }
                >
                  <p className="small">{people.unknown.slice(mostNamed).join(', ')}</p>
                </More>
              )}
            </>
          )}
        </section>
      )}
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
