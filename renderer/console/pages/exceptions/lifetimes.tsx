// How long exceptions live, by team: what is open, how fast it is put in order, and what a note does to it.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import type { TeamLifetimes } from '../../../../shared/wire/exceptions.ts'
import { lifetimesQuery } from '../../api/exceptions.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { Card } from '../../kit/card.tsx'

function Team({ of }: { readonly of: TeamLifetimes }) {
  const ageWords = useAgeWords()
  const { name, open, longest, mended, median, written, cameBack } = of
  return (
    <li className="line">
      <div className="grow lifetime">
        <p className="lifetime-head">
          <span className="strong">
            {name === null ? (
              <FormattedMessage id="console.exceptions.no-team" defaultMessage="Without a team" />
            ) : (
              <bdi>{name}</bdi>
            )}
          </span>
          <span className="figures">
            <FormattedMessage
              id="console.exceptions.lifetime.open"
              defaultMessage="{open} open"
              values={{ open: <b>{open}</b> }}
            />
          </span>
        </p>
        <p className="soft small">
          {median === null ? (
            <FormattedMessage id="console.exceptions.lifetime.none" defaultMessage="None put in order yet" />
          ) : (
            <FormattedMessage
              id="console.exceptions.lifetime.median"
              defaultMessage="{mended, plural, one {# put in order, within {median}} other {# put in order, half of them within {median}}}"
              values={{ mended, median: ageWords(median) }}
            />
          )}
          {longest !== null && (
            <>
              {' · '}
              <FormattedMessage
                id="console.exceptions.lifetime.longest"
                defaultMessage="longest open: {longest}"
                values={{ longest: ageWords(longest) }}
              />
            </>
          )}
        </p>
        {written.median !== null && (
          <p className="soft small">
            <FormattedMessage
              id="console.exceptions.lifetime.written"
              defaultMessage="Where somebody wrote: {mended}, half of them within {median}; {back, plural, =0 {none came back} one {# came back} other {# came back}}"
              values={{ mended: written.mended, median: ageWords(written.median), back: cameBack }}
            />
          </p>
        )}
      </div>
    </li>
  )
}

export function Lifetimes() {
  const { data } = useQuery(lifetimesQuery)
  if (!data || data.teams.length === 0) return null
  return (
    <Card
      title={<FormattedMessage id="console.exceptions.lifetimes" defaultMessage="How long they live" />}
      note={
        <FormattedMessage
          id="console.exceptions.lifetimes.days"
          defaultMessage="last {days} days"
          values={{ days: data.days }}
        />
      }
    >
      <ul className="lines">
        {data.teams.map((team) => (
          <Team key={team.team ?? ''} of={team} />
        ))}
      </ul>
    </Card>
  )
}
