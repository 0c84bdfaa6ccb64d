// The facts of one metric, oldest first, each with what it adds and what it comes to so far.
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import { factLink } from '../../../../shared/domain/facts/fact-link.ts'
import type { ExplainedAnswer, ExplainedFact, ExplainedPart } from '../../../../shared/wire/explained.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { Card } from '../../kit/card.tsx'
import { EarlierButton, type EarlierFacts } from './earlier-facts.tsx'
import { MendFact } from './mend-fact.tsx'
import { useMoneyWords } from './use-money-words.ts'

interface PartTableProps {
  readonly part: ExplainedPart
  /** Of points: what one of it is worth; null else. */
  readonly weight: number | null
  readonly of: ExplainedAnswer['of']
  /** As a wall writes the whole; left out, nothing is said of one. */
  readonly onWall?: string | undefined
  readonly earlier: EarlierFacts
}

function When({ when }: { readonly when: string | null }) {
  const zone = useFloor()?.file.floor.timeZone ?? 'UTC'
  if (when === null) return <>–</>
  return when.length === 10 ? (
    <FormattedDate value={when} timeZone="UTC" day="numeric" month="short" year="numeric" />
  ) : (
    <FormattedDate value={when} timeZone={zone} day="numeric" month="short" year="numeric" />
  )
}

function Credits({ credits }: Pick<ExplainedFact, 'credits'>) {
  const file = useFloor()?.file
  const people = file?.people ?? []
  // Where everybody gets the whole, a share says nothing.
  const hasShares = file?.floor.credit !== 'full'
  return (
    <ul className="how-credits">
      {credits.map(({ rep, person, share }) => (
        <li key={rep}>
          <bdi>{people.find(({ id }) => id === person)?.name ?? rep}</bdi>
          {person === null && (
            <span className="soft small">
              {' '}
              <FormattedMessage id="console.how.unknown" defaultMessage="(unknown)" />
            </span>
          )}
          {hasShares && share !== null && credits.length > 1 && (
            <span className="soft small">
              {' '}
              <FormattedNumber value={share} style="percent" maximumFractionDigits={1} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** With the way to its page in its source, where the floor file knows it. */
function FactName({ fact }: { readonly fact: Pick<ExplainedFact, 'source' | 'id' | 'name'> }) {
  const link = factLink(useFloor()?.file.floor.links ?? [], fact)
  return (
    <>
      {link === null ? (
        <bdi>{fact.name}</bdi>
      ) : (
        <a href={link} target="_blank" rel="noreferrer">
          <bdi>{fact.name}</bdi>
        </a>
      )}
      <span className="soft small how-source">
        <bdi>{fact.source}</bdi> · <bdi>{fact.id}</bdi>
      </span>
    </>
  )
}

/** What spans columns spans those that a phone shows; the amount, which it hides, has its own cell. */
export function PartTable({ part, weight, of, onWall, earlier }: PartTableProps) {
  const { metric, made, lines, more, display } = part
  const { full, inOwn } = useMoneyWords()
  const oldestFirst = lines.toReversed()
  const hasAmounts = lines.some(({ amount }) => amount !== null)
  let soFar = more.adds
  return (
    <Card
      flush
      title={<bdi>{metric.name}</bdi>}
      note={
        <FormattedMessage
          id="console.how.facts"
          defaultMessage="{facts, plural, one {# fact counts} other {# facts count}}{weight, select, null {} other {, each worth {weight}}}"
          values={{ facts: lines.length + more.lines, weight: weight === null ? 'null' : weight }}
        />
      }
    >
      <div className="how-table-room">
        <table className="how-table">
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="console.how.when" defaultMessage="Date" />
              </th>
              <th scope="col">
                <FormattedMessage id="console.how.fact" defaultMessage="Fact" />
              </th>
              {hasAmounts && (
                <th scope="col" className="how-figure how-amount">
                  <FormattedMessage id="console.how.amount" defaultMessage="Amount" />
                </th>
              )}
              <th scope="col">
                <FormattedMessage id="console.how.credit" defaultMessage="Credit" />
              </th>
              <th scope="col" className="how-figure">
                <FormattedMessage id="console.how.counts" defaultMessage="Counts" />
              </th>
              {made === 'sum' && (
                <th scope="col" className="how-figure how-so-far">
                  <FormattedMessage id="console.how.so-far" defaultMessage="Adds up to" />
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {more.lines > 0 && (
              <tr>
                <td />
                <td colSpan={2} className="soft">
                  <div className="how-rest">
                    <FormattedMessage
                      id="console.how.more"
                      defaultMessage="{lines, plural, one {# more, not listed} other {# more, not listed, {made, select, mean {on average} other {together}}}}"
                      values={{ lines: more.lines, made }}
                    />
                    <EarlierButton of={earlier} listed={lines.length} unlisted={more.lines} />
                  </div>
                </td>
                {hasAmounts && <td className="how-amount" />}
                <td className="how-figure">{full(more.adds, metric.unit)}</td>
                {made === 'sum' && (
                  <td className="how-figure how-so-far soft">{full(more.adds, metric.unit)}</td>
                )}
              </tr>
            )}
            {oldestFirst.map((line) => {
              soFar += line.adds
              return (
                <tr key={`${line.source} ${line.id}`}>
                  <td className="how-when">
                    <When when={line.when} />
                  </td>
                  <td>
                    <div className="how-fact">
                      <div>
                        <FactName fact={line} />
                      </div>
                      <MendFact fact={line} metric={metric.id} />
                    </div>
                  </td>
                  {hasAmounts && (
                    <td className="how-figure how-amount">
                      {line.amount && inOwn(line.amount)}
                      {line.amount && line.converted !== null && line.rate !== null && (
                        <span className="soft small how-source">
                          × <FormattedNumber value={line.rate} maximumFractionDigits={6} /> ={' '}
                          {full(line.converted, 'money')}
                        </span>
                      )}
                    </td>
                  )}
                  <td>
                    <Credits credits={line.credits} />
                  </td>
                  <td className="how-figure strong">{line.display}</td>
                  {made === 'sum' && (
                    <td className="how-figure how-so-far soft">{full(soFar, metric.unit)}</td>
                  )}
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <th scope="row" colSpan={2}>
                {onWall !== undefined ? (
                  <FormattedMessage
                    id="console.how.on-wall"
                    defaultMessage="Together, on the wall as {shown}"
                    values={{ shown: onWall }}
                  />
                ) : made === 'sum' ? (
                  <FormattedMessage
                    id="console.how.together"
                    defaultMessage="Together, of {name}"
                    values={{ name: <bdi>{of.name}</bdi> }}
                  />
                ) : (
                  <FormattedMessage
                    id="console.how.mean"
                    defaultMessage="On average, of {name}"
                    values={{ name: <bdi>{of.name}</bdi> }}
                  />
                )}
              </th>
              {hasAmounts && <td className="how-amount" />}
              <td className="how-figure strong">{display}</td>
              {made === 'sum' && <td className="how-figure how-so-far strong">{display}</td>}
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  )
}
