// Who of a source is on this floor, and who is not.
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { TriedSource } from '../../../../shared/wire/sources.ts'
import { More } from '../../kit/more.tsx'

const mostNamed = 12

interface MatchedPeopleProps {
  readonly people: TriedSource['people']
  /** What becomes of those whom nobody knows. */
  readonly note: ReactNode
}

export function MatchedPeople({ people: { matched, of, unknown }, note }: MatchedPeopleProps) {
  if (of === 0) return null
  return (
    <section className="source-part">
      <h3>
        <FormattedMessage
          id="console.sources.people"
          defaultMessage="{matched, number} of {of, plural, one {# person} other {# people}} are on this floor"
          values={{ matched, of }}
        />
      </h3>
      {unknown.length > 0 && (
        <>
          <p className="soft">{note}</p>
          <ul className="source-names">
            {unknown.slice(0, mostNamed).map(({ name, email }) => (
              <li key={email ?? name}>
                <bdi>{name}</bdi> {email !== null && <span className="soft small">{email}</span>}
              </li>
            ))}
          </ul>
          {unknown.length > mostNamed && (
            <More
              level={3}
              words={
                <FormattedMessage
                  id="console.sources.people.more"
                  defaultMessage="{count, number} more"
                  values={{ count: unknown.length - mostNamed }}
                />
              }
            >
              <p className="small">
                {unknown
                  .slice(mostNamed)
                  .map(({ name }) => name)
                  .join(', ')}
              </p>
            </More>
          )}
        </>
      )}
    </section>
  )
}
