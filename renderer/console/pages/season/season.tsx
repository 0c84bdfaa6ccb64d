// The season for whoever leads: what teams have unlocked and what is next, who is at which level, and the seasons around it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Award, Pencil, Plus } from 'lucide-react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { SeasonEnd, SeasonsAnswer } from '../../../../shared/wire/season-answers.ts'
import { useEdit } from '../../api/floor-edits.tsx'
import { useMay, useMe } from '../../api/queries.ts'
import { seasonsQuery } from '../../api/seasons.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Face } from '../../kit/face.tsx'
import { Loading } from '../../kit/loading.tsx'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { BadgeCounts } from './badge-counts.tsx'
import { SeasonTable } from './season-table.tsx'
import { TeamLadder } from './team-ladder.tsx'
import './season.css'

type One = SeasonsAnswer['seasons'][number]

function Dates({ of: { from, until } }: { readonly of: Pick<One, 'from' | 'until'> }) {
  const date = (on: string) => (
    <FormattedDate value={`${on}T12:00:00Z`} timeZone="UTC" month="short" day="numeric" year="numeric" />
  )
  return (
    <>
      {date(from)} – {date(until)}
    </>
  )
}

function Acts({ of }: { readonly of: One }) {
  const say = useSay()
  const edit = useEdit()
  const client = useQueryClient()
  const { id, name, phase } = of
  const refresh = () => client.invalidateQueries({ queryKey: seasonsQuery.queryKey })
  const put = async (state: 'draft' | 'announced', said: string) => {
    const outcome = await edit([{ do: 'set', list: 'seasons', id, fields: { state } }], said)
    if (outcome.ok) await refresh()
  }
  const remove = async () => {
    const outcome = await edit(
      [{ do: 'remove', list: 'seasons', id, everywhere: false }],
      say({ id: 'console.entry.removed', defaultMessage: '“{name}” is removed.' }, { name }),
    )
    if (outcome.ok) await refresh()
  }
  return (
    <div className="season-buttons">
      <ButtonLink icon={<Pencil aria-hidden="true" />} href={`/season/${id}/change`}>
        <FormattedMessage id="console.celebrate.rule.change" defaultMessage="Change" />
      </ButtonLink>
      {phase === 'draft' ? (
        <>
          <Button look="danger" onPress={() => void remove()}>
            <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
          </Button>
          <Button
            look="primary"
            onPress={() =>
              void put(
                'announced',
                say({ id: 'console.contest.announced', defaultMessage: '“{name}” is announced.' }, { name }),
              )
            }
          >
            <FormattedMessage id="console.contest.announce" defaultMessage="Announce" />
          </Button>
        </>
      ) : (
        <Button
          look="danger"
          onPress={() =>
            void put(
              'draft',
              say({ id: 'console.season.drafted', defaultMessage: '“{name}” is a draft again.' }, { name }),
            )
          }
        >
          <FormattedMessage id="console.season.to-draft" defaultMessage="Back to a draft" />
        </Button>
      )}
    </div>
  )
}

function People({ people }: Pick<One, 'people'>) {
  return (
    <Card
      flush
      title={<FormattedMessage id="console.season.people" defaultMessage="Your people" />}
      note={
        <FormattedMessage
          id="console.season.people.note"
          defaultMessage="By name: this is no ranking, and no wall shows it"
        />
      }
    >
      <ul className="lines season-people">
        {people.map((person) => (
          <li key={person.id} className="line">
            <Face of={person} />
            <span className="grow">
              <span className="strong" dir="auto">
                {person.name}
              </span>
              <span className="soft small season-below">
                {person.level !== null && <bdi>{person.level}</bdi>}
                {person.level !== null && person.badges > 0 && ' · '}
                {person.badges > 0 && (
                  <FormattedMessage
                    id="console.season.badge-count"
                    defaultMessage="{badges, plural, one {# badge} other {# badges}}"
                    values={{ badges: person.badges }}
                  />
                )}
              </span>
            </span>
            <span className="figures">
              <FormattedMessage
                id="console.shelf.points-of"
                defaultMessage="{points, plural, one {# point} other {# points}}"
                values={{ points: person.points }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Teams({ teams }: Pick<One, 'teams'>) {
  const rewards = [...new Set(teams.map(({ reward }) => reward))]
  return rewards.map((reward) => {
    const rows = teams.filter((row) => row.reward === reward)
    const unlocked = rows.filter(({ tiers }) => tiers.some(({ reached }) => reached)).length
    return (
      <Card
        key={reward}
        title={
          <FormattedMessage
            id="console.season.unlocked-by"
            defaultMessage="{metric}: {period}"
            values={{ metric: <bdi>{rows[0]?.metric}</bdi>, period: rows[0]?.period }}
          />
        }
        note={
          <FormattedMessage
            id="console.season.unlocked-count"
            defaultMessage="{unlocked, number} of {all, plural, one {# team has} other {# teams have}} unlocked something"
            values={{ unlocked, all: rows.length }}
          />
        }
      >
        <div className="season-ladders">
          {rows.map((row) => (
            <TeamLadder key={row.team} of={row} saysGoal={false} />
          ))}
        </div>
      </Card>
    )
  })
}

function Running({ of }: { readonly of: One }) {
  return (
    <>
      {of.phase === 'closing' && (
        <Notice tone="info">
          <FormattedMessage
            id="console.season.closing"
            defaultMessage="“{name}” is over. What is still on its way counts until it is final."
            values={{ name: <bdi>{of.name}</bdi> }}
          />
        </Notice>
      )}
      <Teams teams={of.teams} />
      {of.badges.length > 0 && (
        <Card title={<FormattedMessage id="console.season.badges-won" defaultMessage="Badges won" />}>
          <BadgeCounts badges={of.badges} of={of.of} />
        </Card>
      )}
      {of.people.length > 0 && <People people={of.people} />}
    </>
  )
}

function Later({ of, makes }: { readonly of: One; readonly makes: boolean }) {
  return (
    <Card
      title={<bdi>{of.name}</bdi>}
      note={
        of.phase === 'draft' ? (
          <FormattedMessage id="console.season.draft" defaultMessage="Draft" />
        ) : (
          <Dates of={of} />
        )
      }
    >
      {of.phase === 'draft' && (
        <p className="soft">
          <Dates of={of} />
        </p>
      )}
      <More level={3} words={<FormattedMessage id="console.season.in-words" defaultMessage="In words" />}>
        <SeasonTable table={of.table} />
      </More>
      {makes && <Acts of={of} />}
    </Card>
  )
}

function Ended({ ended }: { readonly ended: readonly SeasonEnd[] }) {
  return (
    <Card
      title={<FormattedMessage id="console.shelf.past" defaultMessage="Earlier seasons" />}
      note={ended.length}
    >
      <ul className="lines">
        {ended.map(({ rules, people }) => (
          <li key={`${rules.id} ${rules.from}`} className="line">
            <span className="grow">
              <span className="strong" dir="auto">
                {rules.name}
              </span>
              <span className="soft small season-below">
                <Dates of={rules} />
              </span>
            </span>
            <span className="soft small">
              <FormattedMessage
                id="console.season.ended-badges"
                defaultMessage="{badges, plural, =0 {no badge} one {# badge won} other {# badges won}}"
                values={{ badges: people.reduce((sum, { badges }) => sum + badges.length, 0) }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Headline({ current, all }: { readonly current: One | undefined; readonly all: readonly One[] }) {
  const next = all.find(({ phase }) => phase === 'announced')
  if (current !== undefined) {
    const unlocked = new Set(
      current.teams.filter(({ tiers }) => tiers.some(({ reached }) => reached)).map(({ team }) => team),
    ).size
    return current.teams.length === 0 ? (
      <FormattedMessage
        id="console.season.headline.runs"
        defaultMessage="{name} runs"
        values={{ name: <bdi>{current.name}</bdi> }}
      />
    ) : (
      <FormattedMessage
        id="console.season.headline.unlocked"
        defaultMessage="{name}: {unlocked, plural, =0 {no team has unlocked anything yet} one {one team has unlocked something} other {# teams have unlocked something}}"
        values={{ name: <bdi>{current.name}</bdi>, unlocked }}
      />
    )
  }
  return next === undefined ? (
    <FormattedMessage id="console.season.headline.none" defaultMessage="No season runs" />
  ) : (
    <FormattedMessage
      id="console.season.headline.begins"
      defaultMessage="{name} begins on {day}"
      values={{
        name: <bdi>{next.name}</bdi>,
        day: <FormattedDate value={`${next.from}T12:00:00Z`} timeZone="UTC" month="long" day="numeric" />,
      }}
    />
  )
}

function All({ answer: { seasons, ended } }: { readonly answer: SeasonsAnswer }) {
  const say = useSay()
  const may = useMay()
  const isPerson = useMe()?.account?.person != null
  const current = seasons.find(({ phase }) => phase === 'running' || phase === 'closing')
  const others = seasons.filter((each) => each !== current)
  const add = may.edit && (
    <ButtonLink look="primary" icon={<Plus aria-hidden="true" />} href="/new-season">
      <FormattedMessage id="console.season.new" defaultMessage="New season" />
    </ButtonLink>
  )
  return (
    <Page
      over={
        current === undefined ? (
          <FormattedMessage id="console.nav.season" defaultMessage="Season" />
        ) : (
          <Dates of={current} />
        )
      }
      title={say({ id: 'console.nav.season', defaultMessage: 'Season' })}
      headline={<Headline current={current} all={seasons} />}
      actions={
        <>
          {isPerson && (
            <ButtonLink icon={<Award aria-hidden="true" />} href="/shelf">
              <FormattedMessage id="console.shelf.title" defaultMessage="Your shelf" />
            </ButtonLink>
          )}
          {add}
        </>
      }
      aside={
        current && (
          <Card title={<FormattedMessage id="console.season.in-words" defaultMessage="In words" />}>
            <SeasonTable table={current.table} />
            {may.edit && <Acts of={current} />}
          </Card>
        )
      }
    >
      {seasons.length === 0 && ended.length === 0 && (
        <Card>
          <Empty
            icon={<Award aria-hidden="true" />}
            title={<FormattedMessage id="console.season.none" defaultMessage="No season yet" />}
            action={add}
          >
            <FormattedMessage
              id="console.season.none.note"
              defaultMessage="A season gives points for work, helping and days on goal, with badges that everybody can win and rewards that teams unlock together."
            />
          </Empty>
        </Card>
      )}
      {current && <Running of={current} />}
      {others.map((season) => (
        <Later key={season.id} of={season} makes={may.edit} />
      ))}
      {ended.length > 0 && <Ended ended={ended} />}
    </Page>
  )
}

export function SeasonPage() {
  const { data } = useQuery(seasonsQuery)
  return data ? <All answer={data} /> : <Loading />
}
