// Goals: who is to reach what in which period, typed, pasted or filled, against the team's own goal. What it moves is told
// before it is saved; the periods before keep theirs.
import { ChevronLeft, ChevronRight, Target } from 'lucide-react'
import { useMemo, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useFloor } from '../../api/floor-edits.tsx'
import { useOwnTeams } from '../../api/own-teams.ts'
import { useMay } from '../../api/queries.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import { useToday } from '../people/use-today.ts'
import { FilledSheet } from './filled-sheet.tsx'
import type { Grain, SheetOf } from './goal-sheet.ts'
import { useFirstMetric } from './use-first-metric.ts'
import './goals.css'

const periodCount = { month: 5, quarter: 4 } as const

export function Goals() {
  const say = useSay()
  const floor = useFloor()
  const { administer } = useMay()
  const today = useToday()
  const [metric, setMetric] = useState<string | null>(null)
  /** Undefined: nobody has chosen yet. */
  const [picked, setTeam] = useState<string | null | undefined>(undefined)
  const [grain, setGrain] = useState<Grain>('month')
  const [first, setFirst] = useState(-1)
  const file = floor?.file
  const own = useOwnTeams(file?.teams ?? [])
  const team = picked === undefined ? own.first : picked
  const metrics = useMemo(() => file?.metrics.filter(({ retired }) => !retired) ?? [], [file])
  const opensOn = useFirstMetric(file ?? null, own.first, metric === null)
  const chosen = metrics.find(({ id }) => id === (metric ?? opensOn))
  const count = periodCount[grain]
  const of = useMemo(
    (): SheetOf => ({ metric: chosen?.id ?? '', grain, team, first, count, today }),
    [chosen, grain, team, first, count, today],
  )
  if (!floor || !file || opensOn === undefined) return <Loading />
  const everybody = say({ id: 'console.goals.everybody', defaultMessage: 'Everybody' })
  const teamName = file.teams.find(({ id }) => id === team)?.name ?? everybody
  const unit =
    chosen?.unit === 'money'
      ? file.floor.currency
      : chosen?.unit === 'percent'
        ? say({ id: 'console.goals.percent', defaultMessage: 'percent' })
        : null
  return (
    <Page
      title={say({ id: 'console.nav.goals', defaultMessage: 'Goals' })}
      over={
        unit === null ? (
          <FormattedMessage id="console.nav.goals" defaultMessage="Goals" />
        ) : (
          <FormattedMessage
            id="console.goals.over.unit"
            defaultMessage="Goals, in {unit}"
            values={{ unit }}
          />
        )
      }
      headline={
        chosen ? (
          <>
            <bdi>{chosen.name}</bdi>, <bdi>{teamName}</bdi>
          </>
        ) : (
          <FormattedMessage
            id="console.goals.none"
            defaultMessage="There is no metric to set goals for yet"
          />
        )
      }
    >
      {chosen ? (
        <>
          <div className="goal-choices">
            <Picker
              label={say({ id: 'console.goals.metric', defaultMessage: 'Metric' })}
              value={chosen.id}
              choices={metrics}
              onChange={setMetric}
            />
            <Picker
              label={say({ id: 'console.roster.team', defaultMessage: 'Team' })}
              value={team ?? ''}
              choices={[{ id: '', name: everybody }, ...file.teams]}
              onChange={(id) => setTeam(id === '' ? null : id)}
            />
            <Segments
              label={say({ id: 'console.goals.grain', defaultMessage: 'Periods' })}
              value={grain}
              choices={[
                { id: 'month', name: say({ id: 'console.goals.month', defaultMessage: 'Month' }) },
                { id: 'quarter', name: say({ id: 'console.goals.quarter', defaultMessage: 'Quarter' }) },
              ]}
              onChange={setGrain}
            />
            <div className="goal-steps">
              <Button
                icon={<ChevronLeft aria-hidden="true" />}
                aria-label={say({ id: 'console.goals.earlier', defaultMessage: 'Earlier periods' })}
                onPress={() => setFirst(first - 1)}
              />
              <Button
                icon={<ChevronRight aria-hidden="true" />}
                aria-label={say({ id: 'console.goals.later', defaultMessage: 'Later periods' })}
                onPress={() => setFirst(first + 1)}
              />
            </div>
          </div>
          <FilledSheet
            key={`${of.metric} ${grain} ${team ?? ''}`}
            floor={floor}
            of={of}
            teamName={teamName}
          />
        </>
      ) : (
        <Card>
          <Empty
            icon={<Target aria-hidden="true" />}
            title={<FormattedMessage id="console.goals.none.title" defaultMessage="What is to be reached?" />}
            action={
              administer && (
                <ButtonLink href="/begin" look="primary">
                  <FormattedMessage id="console.start.floor" defaultMessage="Your floor in five questions" />
                </ButtonLink>
              )
            }
          >
            <FormattedMessage
              id="console.goals.none.note"
              defaultMessage="Goals belong to a metric. Once the floor has one, each person’s goals stand here, a column a month."
            />
          </Empty>
        </Card>
      )}
    </Page>
  )
}
