// Who was chosen, and why.
import { FormattedMessage, useIntl } from 'react-intl'
import type { AwardState } from '../../../../shared/wire/awards.ts'
import { More } from '../../kit/more.tsx'

/** The others open by a press. */
const mostLines = 3

function Lines({ past }: { readonly past: AwardState['past'] }) {
  const { formatList } = useIntl()
  return (
    <ul className="lines">
      {past.map(({ on, period, winners, voted, by, changedSince }) => (
        <li key={on} className="line">
          <div className="grow">
            <p className="strong" dir="auto">
              {winners.length === 0 ? (
                <FormattedMessage id="console.award.past.nobody" defaultMessage="Nobody was chosen" />
              ) : (
                formatList(winners.map(({ name }) => name))
              )}
            </p>
            {winners.length === 1 && winners[0]?.words != null && <p dir="auto">{`“${winners[0].words}”`}</p>}
            <p className="soft small">
              {period}
              {by !== 'metric' && (
                <>
                  {' · '}
                  <FormattedMessage
                    id="console.award.past.voted"
                    defaultMessage="{voted, plural, =0 {nobody voted} one {one vote} other {# votes}}"
                    values={{ voted }}
                  />
                </>
              )}
            </p>
            {changedSince && (
              <p className="soft small">
                <FormattedMessage
                  id="console.award.past.changed"
                  defaultMessage="By the number as it is corrected now, it would have ended otherwise. It stays as it is."
                />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

export function PastList({ past }: { readonly past: AwardState['past'] }) {
  return (
    <>
      <Lines past={past.slice(0, mostLines)} />
      {past.length > mostLines && (
        <More
          level={3}
          words={
            <FormattedMessage
              id="console.award.past.more"
              defaultMessage="{count, plural, one {One more} other {# more}}"
              values={{ count: past.length - mostLines }}
            />
          }
        >
          <Lines past={past.slice(mostLines)} />
        </More>
      )}
    </>
  )
}
