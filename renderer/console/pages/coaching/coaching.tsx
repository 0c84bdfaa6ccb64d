// Whom the caller may coach, by team, and where. Those with whom there is something to talk about come first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, Route } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { coachingListQuery, isToCoach } from '../../api/coaching.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Face } from '../../kit/face.tsx'
import { TextField } from '../../kit/field.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { askWords } from './figures.ts'
import { type Coached, groupByTeam } from './list-groups.ts'
import { noPlanLine } from './plan-words.ts'
import { pointLine } from './point-words.ts'
import { useFloorFormat } from './use-floor-format.ts'
import './coaching.css'

const dayMs = 86_400_000
const lookEveryMs = 60_000

/** From so many people on nobody looks through a list. */
const searchedFrom = 8

function Amounts({ of: { first, planned, needed, none } }: { readonly of: Coached }) {
  const say = useSay()
  const format = useFloorFormat()
  if (none !== null) return <span className="coachee-amounts soft small">{noPlanLine(say, none)}</span>
  if (!first || planned === null) return null
  return (
    <span className="coachee-amounts small">
      <span className="figures coachee-need">
        {needed === null ? (
          <FormattedMessage
            id="console.coaching.planned"
            defaultMessage="{planned} {noun} a day"
            values={{
              planned: <b>{askWords(format, planned, first.unit)}</b>,
              noun: <bdi>{first.noun}</bdi>,
            }}
          />
        ) : (
          <FormattedMessage
            id="console.coaching.needed"
            defaultMessage="{needed} {noun} a day from now"
            values={{ needed: <b>{askWords(format, needed, first.unit)}</b>, noun: <bdi>{first.noun}</bdi> }}
          />
        )}
      </span>
      <span className="soft figures">
        {needed === null ? (
          <FormattedMessage id="console.coaching.over.period" defaultMessage="no day left in this period" />
        ) : (
          <FormattedMessage
            id="console.coaching.of-plan"
            defaultMessage="plan {planned}"
            values={{ planned: askWords(format, planned, first.unit) }}
          />
        )}
      </span>
    </span>
  )
}

/** How long ago they sat together, and whether the next time has passed. */
function LastTalk({ of: { talk }, isUsed }: { readonly of: Coached; readonly isUsed: boolean }) {
  const now = useFeedNow(lookEveryMs)
  const days = talk.lastAt === null ? null : Math.floor((now - talk.lastAt) / dayMs)
  return (
    <span className="coachee-talk small soft" data-overdue={talk.isOverdue ? '' : undefined}>
      {days === null ? (
        isUsed && <FormattedMessage id="console.coaching.no-talk" defaultMessage="no one-to-one yet" />
      ) : (
        <span>
          <FormattedMessage
            id="console.coaching.last-talk"
            defaultMessage="{days, plural, =0 {one-to-one today} one {one-to-one # day ago} other {one-to-one # days ago}}"
            values={{ days }}
          />
        </span>
      )}
      {talk.isOverdue && (
        <strong>
          <FormattedMessage id="console.coaching.talk-overdue" defaultMessage="the next one is overdue" />
        </strong>
      )}
      {talk.openActions > 0 && (
        <span>
          <FormattedMessage
            id="console.coaching.open-actions"
            defaultMessage="{count, plural, one {# action open} other {# actions open}}"
            values={{ count: talk.openActions }}
          />
        </span>
      )}
    </span>
  )
}

/** `isUsed`: whether anybody here had a one-to-one; before the first one it would be said of all that they had none. */
function Line({ person, isUsed }: { readonly person: Coached; readonly isUsed: boolean }) {
  const say = useSay()
  const { id, face, role, point, step } = person
  return (
    <li>
      <Link to="/coaching/$person" params={{ person: id }} className="coachee" preload="intent">
        <Face of={face} />
        <span className="coachee-who">
          <span className="strong">
            <bdi>{face.name}</bdi>
          </span>
          <span className="soft small">
            <bdi>{role}</bdi>
          </span>
        </span>
        <span className="coachee-point" data-point={point.kind} dir="auto">
          {isToCoach(person) && <span aria-hidden="true">▼ </span>}
          {pointLine(say, point, step)}
        </span>
        <Amounts of={person} />
        <LastTalk of={person} isUsed={isUsed} />
        <ChevronRight aria-hidden="true" />
      </Link>
    </li>
  )
}

export function Coaching() {
  const say = useSay()
  const { data } = useQuery(coachingListQuery)
  const [asked, setAsked] = useState('')
  const sought = useDeferredValue(asked)
  const people = data?.people
  const teams = useMemo(() => groupByTeam(people ?? [], sought), [people, sought])
  if (!people) return <Loading />
  const toCoach = people.filter(isToCoach).length
  const isUsed = people.some(({ talk }) => talk.lastAt !== null)
  return (
    <Page
      title={say({ id: 'console.nav.coaching', defaultMessage: 'Coaching' })}
      over={
        <FormattedMessage
          id="console.coaching.over.list"
          defaultMessage="{count, plural, one {# person} other {# people}} with a sales formula"
          values={{ count: people.length }}
        />
      }
      headline={
        <FormattedMessage
          id="console.coaching.headline"
          defaultMessage="{count, plural, =0 {Nobody stands out} one {# person to talk to first} other {# people to talk to first}}"
          values={{ count: toCoach }}
        />
      }
    >
      {people.length === 0 && (
        <Card>
          <Empty
            icon={<Route aria-hidden="true" />}
            title={
              <FormattedMessage
                id="console.coaching.none"
                defaultMessage="Nobody has a sales formula here yet"
              />
            }
          >
            <FormattedMessage
              id="console.coaching.none.note"
              defaultMessage="Under “formulas” the floor file names a role and its steps, from the first dial to the quota. Everybody of the role then has a plan."
            />
          </Empty>
        </Card>
      )}
      {people.length >= searchedFrom && (
        <TextField
          label={say({ id: 'console.coaching.search', defaultMessage: 'Find by name, role or team' })}
          type="search"
          value={asked}
          onChange={setAsked}
        />
      )}
      {people.length > 0 && teams.length === 0 && (
        <p className="soft" role="status">
          <FormattedMessage id="console.coaching.no-match" defaultMessage="Nobody by these words." />
        </p>
      )}
      {teams.map(({ team, people: members }) => (
        <Card
          key={team ?? ''}
          flush
          title={
            team === null ? (
              <FormattedMessage id="console.coaching.no-team" defaultMessage="Without a team" />
            ) : (
              <bdi>{team}</bdi>
            )
          }
        >
          <ul className="lines">
            {members.map((person) => (
              <Line key={person.id} person={person} isUsed={isUsed} />
            ))}
          </ul>
        </Card>
      ))}
    </Page>
  )
}
