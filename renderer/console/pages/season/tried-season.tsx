// What a season would have given over as many days that are over, and what is unfair about it, before anything is announced.
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import type { Season } from '../../../../shared/wire/season.ts'
import type { SeasonTryAnswer } from '../../../../shared/wire/season-answers.ts'
import { useTriedSeason } from '../../api/seasons.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { NotTried } from '../../kit/not-tried.tsx'
import { Notice } from '../../kit/notice.tsx'
import { BadgeCounts } from './badge-counts.tsx'
import { SeasonTable } from './season-table.tsx'

interface TriedSeasonProps {
  /** Null while something is missing. */
  readonly season: Season | null
  /** Sets the levels by what people would have had. */
  readonly onLevels: (points: SeasonTryAnswer['points']) => void
}

function TriedDay({ on }: { readonly on: string }) {
  return <FormattedDate value={`${on}T12:00:00Z`} timeZone="UTC" month="short" day="numeric" />
}

function Tried({
  answer,
  onLevels,
}: { readonly answer: SeasonTryAnswer } & Pick<TriedSeasonProps, 'onLevels'>) {
  const { of, points, levels, badges, teams } = answer
  return (
    <div className="season-tried">
      <dl>
        <dt className="soft">
          <FormattedMessage id="console.season.tried.least" defaultMessage="Fewest points" />
        </dt>
        <dd className="figures">
          <FormattedNumber value={points.least} />
        </dd>
        <dt className="soft">
          <FormattedMessage id="console.season.tried.middle" defaultMessage="In the middle" />
        </dt>
        <dd className="figures strong">
          <FormattedNumber value={points.middle} />
        </dd>
        <dt className="soft">
          <FormattedMessage id="console.season.tried.most" defaultMessage="Most points" />
        </dt>
        <dd className="figures">
          <FormattedNumber value={points.most} />
        </dd>
      </dl>
      {levels.length > 0 && (
        <section>
          <h3>
            <FormattedMessage id="console.season.tried.levels" defaultMessage="Who would be at which level" />
          </h3>
          <dl>
            {levels.map(({ name, people }, at) => [
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place alone
              <dt key={`name ${at}`} dir="auto">
                {name}
              </dt>,
              // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place alone
              <dd key={`people ${at}`} className="figures">
                <FormattedMessage
                  id="console.season.tried.people"
                  defaultMessage="{people, number} of {of, number}"
                  values={{ people, of }}
                />
              </dd>,
            ])}
          </dl>
          <Button size="small" onPress={() => onLevels(points)}>
            <FormattedMessage id="console.season.tried.set-levels" defaultMessage="Set the levels by this" />
          </Button>
        </section>
      )}
      {badges.length > 0 && (
        <section>
          <h3>
            <FormattedMessage id="console.season.tried.badges" defaultMessage="Badges that would be won" />
          </h3>
          <BadgeCounts badges={badges} of={of} />
        </section>
      )}
      {teams.length > 0 && (
        <section>
          <h3>
            <FormattedMessage
              id="console.season.tried.teams"
              defaultMessage="What teams would have come to"
            />
          </h3>
          {teams.map((says) => (
            <p key={says} dir="auto">
              {says}
            </p>
          ))}
        </section>
      )}
    </div>
  )
}

export function TriedSeason({ season, onLevels }: TriedSeasonProps) {
  const { answer, error, isPending } = useTriedSeason(season)
  return (
    <>
      {answer?.warnings.map((says) => (
        <Notice key={says} tone="warn">
          {says}
        </Notice>
      ))}
      <Card
        title={<FormattedMessage id="console.season.tried" defaultMessage="It would have given" />}
        note={
          answer && (
            <>
              <TriedDay on={answer.from} /> – <TriedDay on={answer.until} />
            </>
          )
        }
      >
        {answer === null ? (
          <NotTried
            missing={
              season === null ? (
                <FormattedMessage
                  id="console.season.tried.missing"
                  defaultMessage="As soon as nothing is missing, this shows what it would have given."
                />
              ) : null
            }
            failed={error !== null}
          />
        ) : (
          <div data-pending={isPending ? '' : undefined}>
            <Tried answer={answer} onLevels={onLevels} />
          </div>
        )}
      </Card>
      {answer !== null && (
        <Card title={<FormattedMessage id="console.season.in-words" defaultMessage="In words" />}>
          <SeasonTable table={answer.table} />
        </Card>
      )}
    </>
  )
}
