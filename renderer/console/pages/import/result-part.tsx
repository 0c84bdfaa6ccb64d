// What a check found, or an import did: counts, the rows that were refused, and which numbers move.
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { FileResult } from '../../../../shared/wire/import-files.ts'
import { rejectsAddress } from '../../api/import-files.ts'
import '../../kit/button.css'
import { FirstFew } from '../../kit/first-few.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSay } from '../../words/words.tsx'
import { Moved } from './moved.tsx'
import { RowLines } from './row-lines.tsx'

function Count({
  name,
  count,
  bad = false,
}: {
  readonly name: string
  readonly count: number
  readonly bad?: boolean
}) {
  return (
    <div className="import-count" data-bad={bad && count > 0 ? '' : undefined}>
      <dd className="import-figure">
        <FormattedNumber value={count} />
      </dd>
      <dt className="soft small">{name}</dt>
    </div>
  )
}

const mostShown = 8

interface ResultPartProps {
  readonly id: string
  readonly result: FileResult
  readonly children?: ReactNode
}

export function ResultPart({ id, result, children }: ResultPartProps) {
  const say = useSay()
  const { forecast, refused, stopped, warnings } = result
  const others = warnings.filter(({ unknown }) => unknown === undefined)
  return (
    <>
      {stopped !== null && <Notice tone="bad">{stopped}</Notice>}
      <dl className="import-counts">
        {forecast === null ? (
          <Count
            name={say({ id: 'console.imports.count.taken', defaultMessage: 'new or changed' })}
            count={result.accepted}
          />
        ) : (
          <>
            <Count
              name={say({ id: 'console.imports.count.new', defaultMessage: 'new' })}
              count={forecast.added}
            />
            <Count
              name={say({ id: 'console.imports.count.changed', defaultMessage: 'changed' })}
              count={forecast.changed}
            />
          </>
        )}
        <Count
          name={say({ id: 'console.imports.count.same', defaultMessage: 'as they are' })}
          count={result.unchanged}
        />
        <Count
          bad
          name={say({ id: 'console.imports.count.refused', defaultMessage: 'refused' })}
          count={result.rejected}
        />
        {result.passedOver > 0 && (
          <Count
            name={say({ id: 'console.imports.count.left-out', defaultMessage: 'left out' })}
            count={result.passedOver}
          />
        )}
      </dl>
      {forecast !== null && <Moved metrics={forecast.metrics} />}
      {others.length > 0 && (
        <Notice
          tone="warn"
          title={<FormattedMessage id="console.imports.warnings" defaultMessage="Taken, but:" />}
        >
          <ul className="small">
            {others.slice(0, mostShown).map(({ what, count }) => (
              <li key={what}>
                <FormattedMessage
                  id="console.imports.warning"
                  defaultMessage="{what} ({count, plural, one {# row} other {# rows}})"
                  values={{ what, count }}
                />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {refused.length > 0 && (
        <Notice
          tone="warn"
          title={
            <FormattedMessage
              id="console.imports.refused"
              defaultMessage="{rows, plural, one {One row is} other {# rows are}} refused"
              values={{ rows: result.rejected }}
            />
          }
        >
          <FirstFew
            all={refused}
            few={mostShown}
            more={(count) => (
              <FormattedMessage
                id="console.imports.refused.more"
                defaultMessage="{count, plural, one {# more line} other {# more lines}}"
                values={{ count }}
              />
            )}
          >
            {(rows) => <RowLines rows={rows} />}
          </FirstFew>
          <p className="small">
            <FormattedMessage
              id="console.imports.refused.note"
              defaultMessage="Take them as a file of their own, mend them in a spreadsheet, and drop that file here: it is read in the same way."
            />
          </p>
        </Notice>
      )}
      {(result.rejected > 0 || children) && (
        <div className="import-actions">
          {children}
          {result.rejected > 0 && (
            <a className="button plain usual" href={rejectsAddress(id)} download="refused-rows.csv">
              <Download aria-hidden="true" />
              <FormattedMessage id="console.imports.refused.take" defaultMessage="Refused rows as CSV" />
            </a>
          )}
        </div>
      )}
    </>
  )
}
