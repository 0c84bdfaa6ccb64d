// What the sentence comes to on the floor's own facts, as it stands: everybody's, and each team's and person's.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { DraftResult, DraftRow } from '../../../../../shared/wire/metric-drafts.ts'
import { Card } from '../../../kit/card.tsx'
import { More } from '../../../kit/more.tsx'
import { Notice } from '../../../kit/notice.tsx'
import { Segments } from '../../../kit/segments.tsx'
import { useSay } from '../../../words/words.tsx'
import { useMoneyWords } from '../../how/use-money-words.ts'

/** Seen at a glance; the others are opened. */
const mostRows = 8

interface LiveResultProps {
  readonly result: DraftResult
  /** A later draft is being counted. */
  readonly isPending: boolean
}

function Rows({ rows, result }: { readonly rows: readonly DraftRow[]; readonly result: DraftResult }) {
  const { full } = useMoneyWords()
  return (
    <table className="draft-rows">
      <tbody>
        {rows.map(({ id, name, is, was }) => {
          const now = full(is[0] ?? null, result.unit)
          const before = was === null ? null : full(was[0] ?? null, result.unitBefore ?? result.unit)
          return (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className="figures">
                {before !== null && before !== now && (
                  <span className="soft small">
                    <FormattedMessage
                      id="console.draft.was"
                      defaultMessage="was {value}"
                      values={{ value: before }}
                    />{' '}
                  </span>
                )}
                {now}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export function LiveResult({ result, isPending }: LiveResultProps) {
  const say = useSay()
  const { full } = useMoneyWords()
  const [by, setBy] = useState<'people' | 'teams'>('people')
  const { now, unit, unitBefore, value, valueBefore, window, facts, examples } = result
  const rows = now[by]
  const shown = full(value, unit)
  const before = unitBefore === null ? null : full(valueBefore, unitBefore)
  return (
    <Card
      title={<FormattedMessage id="console.draft.title" defaultMessage="On your own facts, right now" />}
      note={<bdi>{window.label}</bdi>}
    >
      <div className="draft-result" data-pending={isPending ? '' : undefined} aria-busy={isPending}>
        <p role="status" className="draft-value figures">
          {shown}
          <span className="soft small">
            <FormattedMessage
              id="console.draft.facts"
              defaultMessage="{facts, plural, =0 {nothing counts} one {one fact counts} other {# facts count}}"
              values={{ facts: Math.round(facts) }}
            />
            {before !== null && before !== shown && (
              <>
                {' · '}
                <FormattedMessage
                  id="console.draft.was"
                  defaultMessage="was {value}"
                  values={{ value: before }}
                />
              </>
            )}
          </span>
        </p>
        {result.nothingBelow && (
          <Notice tone="warn">
            <FormattedMessage
              id="console.draft.nothing-below"
              defaultMessage="There is nothing below the line in any of the last periods: a share of nothing is no number."
            />
          </Notice>
        )}
        {examples.length > 0 && (
          <p className="soft small">
            <FormattedMessage id="console.draft.newest" defaultMessage="The newest:" />{' '}
            {examples.slice(0, 3).map(({ source, id, name, display }, index) => (
              <span key={`${source} ${id}`}>
                {index > 0 && ', '}
                <bdi>{name}</bdi>
                {unit !== 'count' && ` ${display}`}
              </span>
            ))}
          </p>
        )}
        {now.teams.length > 0 && (
          <Segments
            label={say({ id: 'console.draft.by', defaultMessage: 'By person or team' })}
            choices={[
              { id: 'people', name: say({ id: 'console.draft.people', defaultMessage: 'People' }) },
              { id: 'teams', name: say({ id: 'console.draft.teams', defaultMessage: 'Teams' }) },
            ]}
            value={by}
            onChange={setBy}
          />
        )}
        <Rows rows={rows.slice(0, mostRows)} result={result} />
        {rows.length > mostRows && (
          <More
            level={3}
            words={
              <FormattedMessage
                id="console.draft.more"
                defaultMessage="{count, plural, one {One more} other {# more}}"
                values={{ count: rows.length - mostRows }}
              />
            }
          >
            <Rows rows={rows.slice(mostRows)} result={result} />
          </More>
        )}
      </div>
    </Card>
  )
}
