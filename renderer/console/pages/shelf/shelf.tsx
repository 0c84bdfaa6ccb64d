// A rep's shelf, on their phone: what they have in this season, what earned it, what comes next, and what they have kept.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Award, Flame, Sprout, UserRoundX } from 'lucide-react'
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import type { SeasonRun, SeasonStanding, ShelfAnswer } from '../../../../shared/wire/season-answers.ts'
import { BadgeIcon } from '../../../ui/badge-icon.tsx'
import { shelfQuery } from '../../api/seasons.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { SeasonTable } from '../season/season-table.tsx'
import { TeamLadder } from '../season/team-ladder.tsx'
import { BadgeGrid } from './badge-grid.tsx'
import { LevelRing } from './level-ring.tsx'
import './shelf.css'

function Day({ on }: { readonly on: string }) {
  return <FormattedDate value={`${on}T12:00:00Z`} timeZone="UTC" month="long" day="numeric" year="numeric" />
}

function Headline({ shelf: { season, standing } }: { readonly shelf: ShelfAnswer }) {
  if (season === null)
    return <FormattedMessage id="console.shelf.none" defaultMessage="No season runs at the moment" />
  if (standing === null)
    return (
      <FormattedMessage
        id="console.shelf.begins"
        defaultMessage="It begins on {day}"
        values={{ day: <Day on={season.from} /> }}
      />
    )
  const { level, next } = standing
  if (next === null)
    return level === null ? (
      <FormattedMessage
        id="console.shelf.has-points"
        defaultMessage="{points, plural, one {# point} other {# points}} so far"
        values={{ points: standing.points }}
      />
    ) : (
      <FormattedMessage
        id="console.shelf.highest"
        defaultMessage="{level}: the highest level"
        values={{ level: <bdi>{level.name}</bdi> }}
      />
    )
  return (
    <FormattedMessage
      id="console.shelf.to-next"
      defaultMessage="{missing, plural, one {# point} other {# points}} to {level}"
      values={{ missing: next.missing, level: <bdi>{next.name}</bdi> }}
    />
  )
}

function LevelCard({ standing }: { readonly standing: SeasonStanding }) {
  const { level, sources, multiplies } = standing
  const earned = sources.filter(({ points }) => points > 0)
  return (
    <Card>
      <div className="shelf-level">
        <LevelRing of={standing} />
        <div className="shelf-level-words">
          {level === null ? (
            <p className="soft">
              <FormattedMessage id="console.shelf.no-level" defaultMessage="Every point is a beginning." />
            </p>
          ) : (
            <>
              <p className="soft small">
                <FormattedMessage id="console.shelf.level" defaultMessage="Your level" />
              </p>
              <p className="shelf-level-name" dir="auto">
                {level.name}
              </p>
            </>
          )}
        </div>
      </div>
      {multiplies !== null && (
        <Notice tone="good">
          <span dir="auto">{multiplies.says}</span>
        </Notice>
      )}
      {earned.length === 0 ? (
        <p className="soft shelf-quiet">
          <FormattedMessage
            id="console.shelf.no-points"
            defaultMessage="The first points come with the first thing that counts."
          />
        </p>
      ) : (
        <>
          <h2 className="shelf-heading">
            <FormattedMessage id="console.shelf.earned" defaultMessage="What earned them" />
          </h2>
          <ul className="lines shelf-sources">
            {earned.map(({ id, says, points }) => (
              <li key={id} className="line">
                <span className="grow" dir="auto">
                  {says}
                </span>
                <strong className="figures">
                  +<FormattedNumber value={points} />
                </strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function RunWords({ run: { today, days } }: { readonly run: SeasonRun }) {
  switch (today) {
    case 'reached':
      return <FormattedMessage id="console.shelf.today.reached" defaultMessage="Today is in it" />
    case 'open':
      return (
        <FormattedMessage
          id="console.shelf.today.open"
          defaultMessage="{days, plural, =0 {Today can be the first} other {Today can be the next}}"
          values={{ days }}
        />
      )
    case 'off':
      return (
        <FormattedMessage id="console.shelf.today.off" defaultMessage="You are off today: nothing breaks" />
      )
    case 'none':
      return <FormattedMessage id="console.shelf.today.none" defaultMessage="No goal for today" />
  }
}

function RunsCard({ runs }: { readonly runs: readonly SeasonRun[] }) {
  return (
    <Card title={<FormattedMessage id="console.shelf.runs" defaultMessage="Days in a row on goal" />}>
      <ul className="lines">
        {runs.map((run) => (
          <li key={run.metric} className="line">
            <Flame className="shelf-flame" data-lit={run.days > 0 ? '' : undefined} aria-hidden="true" />
            <span className="grow">
              <span className="strong" dir="auto">
                {run.name}
              </span>
              <span className="soft small shelf-below">
                <RunWords run={run} />
                {run.best > run.days && (
                  <>
                    {' · '}
                    <FormattedMessage
                      id="console.shelf.best"
                      defaultMessage="{days, plural, one {best: # day} other {best: # days}}"
                      values={{ days: run.best }}
                    />
                  </>
                )}
              </span>
            </span>
            <strong className="figures shelf-days">{run.days}</strong>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function PastCard({ past }: { readonly past: ShelfAnswer['past'] }) {
  return (
    <Card
      title={<FormattedMessage id="console.shelf.past" defaultMessage="Earlier seasons" />}
      note={past.length}
    >
      <ul className="lines">
        {past.map(({ id, name, from, until, points, level, badges }) => (
          <li key={`${id} ${from}`} className="line shelf-past">
            <span className="grow">
              <span className="strong" dir="auto">
                {name}
              </span>
              <span className="soft small shelf-below">
                <FormattedMessage
                  id="console.shelf.until"
                  defaultMessage="until {day}"
                  values={{ day: <Day on={until} /> }}
                />
                {level !== null && (
                  <>
                    {' · '}
                    <bdi>{level}</bdi>
                  </>
                )}
              </span>
              {badges.length > 0 && (
                <ul className="shelf-kept">
                  {badges.map((badge) => (
                    <li key={badge.id} className="small">
                      <BadgeIcon icon={badge.icon} />
                      <span dir="auto">{badge.name}</span>
                    </li>
                  ))}
                </ul>
              )}
            </span>
            <span className="figures">
              <FormattedMessage
                id="console.shelf.points-of"
                defaultMessage="{points, plural, one {# point} other {# points}}"
                values={{ points }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Now({ shelf: { season, standing, teams } }: { readonly shelf: ShelfAnswer }) {
  if (season === null)
    return (
      <Card>
        <Empty
          icon={<Award aria-hidden="true" />}
          title={<FormattedMessage id="console.shelf.empty" defaultMessage="Nothing to collect yet" />}
        >
          <FormattedMessage
            id="console.shelf.empty.note"
            defaultMessage="When your manager announces a season, your points, levels and badges stand here."
          />
        </Empty>
      </Card>
    )
  return (
    <>
      {season.phase === 'closing' && (
        <Notice tone="info">
          <FormattedMessage
            id="console.shelf.closing"
            defaultMessage="The season is over. What is still on its way counts until it is final."
          />
        </Notice>
      )}
      {standing !== null && (
        <>
          <LevelCard standing={standing} />
          {standing.runs.length > 0 && <RunsCard runs={standing.runs} />}
          {teams.length > 0 && (
            <Card title={<FormattedMessage id="console.shelf.team" defaultMessage="Together" />}>
              {teams.map((team) => (
                <TeamLadder key={`${team.team} ${team.reward}`} of={team} saysGoal />
              ))}
            </Card>
          )}
          {standing.badges.length > 0 && (
            <Card
              title={<FormattedMessage id="console.shelf.badges" defaultMessage="Badges" />}
              note={
                <FormattedMessage
                  id="console.shelf.badges-won"
                  defaultMessage="{won, number} of {all, number} won"
                  values={{
                    won: standing.badges.filter(({ won }) => won !== null).length,
                    all: standing.badges.length,
                  }}
                />
              }
            >
              <BadgeGrid badges={standing.badges} />
            </Card>
          )}
        </>
      )}
      <Card>
        <More
          level={2}
          words={<FormattedMessage id="console.shelf.table" defaultMessage="How this season works" />}
        >
          <SeasonTable table={season.table} />
        </More>
      </Card>
    </>
  )
}

export function Shelf() {
  const say = useSay()
  const { data: shelf } = useQuery(shelfQuery)
  if (!shelf) return <Loading />
  const title = say({ id: 'console.shelf.title', defaultMessage: 'Your shelf' })
  if (shelf.person === null)
    return (
      <Page title={title} headline={title}>
        <Card>
          <Empty
            icon={<UserRoundX aria-hidden="true" />}
            title={
              <FormattedMessage
                id="console.own.unlinked"
                defaultMessage="Nobody has said which person of the floor you are"
              />
            }
          >
            <FormattedMessage
              id="console.own.unlinked.note"
              defaultMessage="An admin says so on the page Access. Then your own numbers stand here."
            />
          </Empty>
        </Card>
      </Page>
    )
  return (
    <Page
      over={
        <>
          <Link to="/">
            <FormattedMessage id="console.own.title" defaultMessage="Your day" />
          </Link>
          {' · '}
          <bdi>{shelf.season?.name ?? shelf.person.name}</bdi>
        </>
      }
      title={title}
      headline={<Headline shelf={shelf} />}
    >
      <div className="shelf">
        {shelf.season !== null && shelf.season.phase === 'running' && (
          <p className="soft shelf-ends">
            <Sprout aria-hidden="true" />
            <FormattedMessage
              id="console.shelf.runs-until"
              defaultMessage="Runs until {day}"
              values={{ day: <Day on={shelf.season.until} /> }}
            />
          </p>
        )}
        <Now shelf={shelf} />
        {shelf.past.length > 0 && <PastCard past={shelf.past} />}
      </div>
    </Page>
  )
}
