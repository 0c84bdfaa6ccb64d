// What in the data counts nowhere, or not where it was meant to, and what to do about it.
import { CircleCheck } from 'lucide-react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import { useFaults } from '../../api/faults.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'

export function Faults() {
  const say = useSay()
  const known = useFaults()
  if (!known) return <Loading />
  const { faults, unassigned } = known
  const title = say({ id: 'console.nav.faults', defaultMessage: 'Data faults' })
  return (
    <Page
      over={title}
      title={title}
      headline={
        <FormattedMessage
          id="console.faults.headline"
          defaultMessage="{count, plural, =0 {All facts count where they should} one {One thing in the data needs a look} other {# things in the data need a look}}"
          values={{ count: faults.length + (unassigned.length > 0 ? 1 : 0) }}
        />
      }
    >
      {faults.length + unassigned.length === 0 && (
        <Empty
          icon={<CircleCheck aria-hidden="true" />}
          title={<FormattedMessage id="console.faults.none" defaultMessage="Nothing to mend" />}
        >
          <FormattedMessage
            id="console.faults.none.note"
            defaultMessage="What sources send is looked at as it comes. What counts nowhere will stand here, with what to do."
          />
        </Empty>
      )}
      {faults.length > 0 && (
        <Card
          title={
            <FormattedMessage
              id="console.faults.facts.title"
              defaultMessage="Facts that do not count as they should"
            />
          }
        >
          <ul className="lines">
            {faults.map(({ code, what, todo, count, latest }) => (
              <li key={`${code}:${what}`} className="line">
                <div className="grow">
                  <h3>{what}</h3>
                  <p className="soft small">{todo}</p>
                  {latest && (
                    <p className="soft small">
                      <FormattedMessage
                        id="console.faults.latest"
                        defaultMessage="Latest: {id} of {source}"
                        values={{ id: <bdi>{latest.id}</bdi>, source: <bdi>{latest.source}</bdi> }}
                      />
                    </p>
                  )}
                </div>
                <span className="strong figures">
                  <FormattedNumber value={count} />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {unassigned.length > 0 && (
        <Card
          title={
            <FormattedMessage
              id="console.faults.unassigned"
              defaultMessage="Names that nobody on the floor has"
            />
          }
          note={
            <FormattedMessage
              id="console.faults.unassigned.note"
              defaultMessage="They count for nobody until somebody has the name as an alias."
            />
          }
        >
          <ul className="lines">
            {unassigned.map(({ rep, facts, hint }) => (
              <li key={rep} className="line">
                <div className="grow">
                  <h3 dir="auto">{rep}</h3>
                  {hint && <p className="soft small">{hint}</p>}
                </div>
                <span className="soft small figures">
                  <FormattedMessage
                    id="console.faults.facts"
                    defaultMessage="{count, plural, one {one fact} other {# facts}}"
                    values={{ count: facts }}
                  />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
