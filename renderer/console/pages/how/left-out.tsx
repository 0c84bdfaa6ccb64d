// What a metric asks for and what adds nothing, with why and what to do.
import { Link } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import type { ExplainedAnswer, LeftOut } from '../../../../shared/wire/explained.ts'
import { Card } from '../../kit/card.tsx'

function Why({ why }: { readonly why: LeftOut['why'] }) {
  switch (why) {
    case 'no-date':
      return (
        <FormattedMessage
          id="console.how.left.no-date"
          defaultMessage="They lack the date by which this is counted, and so belong to no period."
        />
      )
    case 'no-rate':
      return (
        <FormattedMessage
          id="console.how.left.no-rate"
          defaultMessage="The floor has no exchange rate for their currency."
        />
      )
    case 'aside':
      return (
        <FormattedMessage
          id="console.how.left.aside"
          defaultMessage="They stand aside: the floor takes these from another source, so that each counts once."
        />
      )
    case 'left-out':
      return (
        <FormattedMessage
          id="console.how.left.left-out"
          defaultMessage="Somebody said among the data faults that they are wrong."
        />
      )
    case 'unknown':
      return (
        <FormattedMessage
          id="console.how.left.unknown"
          defaultMessage="They credit a name that nobody on the floor has."
        />
      )
  }
}

export function LeftOutCard({ answer }: { readonly answer: Pick<ExplainedAnswer, 'leftOut'> }) {
  const { leftOut } = answer
  return (
    <Card title={<FormattedMessage id="console.how.left" defaultMessage="Left out" />}>
      {leftOut.length === 0 ? (
        <p className="soft">
          <FormattedMessage
            id="console.how.left.none"
            defaultMessage="Nothing: every fact that it asks for counts where it should."
          />
        </p>
      ) : (
        <ul className="lines">
          {leftOut.map(({ why, facts, first }) => (
            <li key={why} className="line">
              <div className="grow">
                <p className="strong">
                  <bdi>{first.name}</bdi>
                  {facts > 1 && (
                    <>
                      {' '}
                      <FormattedMessage
                        id="console.how.left.more"
                        defaultMessage="and {more, number} more"
                        values={{ more: facts - 1 }}
                      />
                    </>
                  )}
                </p>
                <p className="soft small">
                  <Why why={why} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <Link to="/faults">
          <FormattedMessage id="console.how.left.faults" defaultMessage="All data faults" />
        </Link>
      </p>
    </Card>
  )
}
