// How this period and the next will probably end, for a team or the whole floor: a range, its past error, what it rests on.
import { useQuery } from '@tanstack/react-query'
import { Telescope } from 'lucide-react'
import { type CSSProperties, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type {
  ForecastAnswer,
  ForecastPeriod,
  ForecastRange,
  NoForecast,
} from '../../../../shared/wire/forecast.ts'
import { forecastQuery } from '../../api/forecast.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { useSay } from '../../words/words.tsx'
import { useFloorFormat } from '../coaching/use-floor-format.ts'
import { Band } from './band.tsx'
import { goalWords } from './goal-words.ts'
import { LookedBack } from './looked-back.tsx'
import { Methods } from './methods.tsx'
import './forecast.css'

/** No team's id: ids are slugs. */
const wholeFloor = '*'

/** A little more than the furthest thing on it. */
const scaleOf = ({ range, methods, goal, soFar }: ForecastAnswer): number =>
  Math.max(1, goal ?? 0, soFar, range?.p90 ?? 0, ...methods.map((method) => method.range?.p90 ?? 0)) * 1.04

function None({ why }: { readonly why: NoForecast }) {
  const say = useSay()
  const words: Record<NoForecast, readonly [string, string]> = {
    'no results board': [
      say({ id: 'console.forecast.none.board', defaultMessage: 'No board says what is to be forecast' }),
      say({
        id: 'console.forecast.none.board.note',
        defaultMessage: 'A forecast is of what a board “Results” shows: its metric and its period. Add one.',
      }),
    ],
    'one person': [
      say({ id: 'console.forecast.none.person', defaultMessage: 'Nobody is forecast alone' }),
      say({
        id: 'console.forecast.none.person.note',
        defaultMessage: 'Fewer than two people are on this team, so its forecast would be one of a person.',
      }),
    ],
    'history coming': [
      say({ id: 'console.forecast.none.coming', defaultMessage: 'The history is still coming in' }),
      say({
        id: 'console.forecast.none.coming.note',
        defaultMessage: 'Of a part of it nothing can be told. It appears by itself.',
      }),
    ],
    'reading deals': [
      say({ id: 'console.forecast.none.reading', defaultMessage: 'Looking through past deals' }),
      say({ id: 'console.forecast.none.reading.note', defaultMessage: 'It appears by itself.' }),
    ],
    'too little': [
      say({ id: 'console.forecast.none.little', defaultMessage: 'Too little to tell' }),
      say({
        id: 'console.forecast.none.little.note',
        defaultMessage:
          'A range needs past weeks that show how far off it would have been, and there are too few. It appears once there are enough.',
      }),
    ],
  }
  const [title, note] = words[why]
  return (
    <Card>
      <Empty icon={<Telescope aria-hidden="true" />} title={title}>
        {note}
      </Empty>
    </Card>
  )
}

function Figures({ range, text }: { readonly range: ForecastRange; readonly text: (of: number) => string }) {
  const say = useSay()
  const figures = [
    [say({ id: 'console.forecast.p10', defaultMessage: 'At least, in 9 of 10 cases' }), range.p10],
    [say({ id: 'console.forecast.p50', defaultMessage: 'As likely more as less' }), range.p50],
    [say({ id: 'console.forecast.p90', defaultMessage: 'At most, in 9 of 10 cases' }), range.p90],
  ] as const
  return (
    <dl className="forecast-figures">
      {figures.map(([name, of]) => (
        <div key={name}>
          <dt className="soft small">{name}</dt>
          <dd>
            <strong className="figures">{text(of)}</strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Key({ colour, children }: { readonly colour: string; readonly children: React.ReactNode }) {
  return <span style={{ '--key': colour } as CSSProperties}>{children}</span>
}

function Range({ answer, range, most }: { answer: ForecastAnswer; range: ForecastRange; most: number }) {
  const say = useSay()
  const format = useFloorFormat()
  const { goal, soFar, metric, window } = answer
  const text = (of: number): string => format.value(of, metric?.unit ?? 'money')
  return (
    <Card
      title={
        <>
          <bdi>{metric?.name}</bdi>, <bdi>{window?.label}</bdi>
        </>
      }
      note={window?.progress}
    >
      <Figures range={range} text={text} />
      <Band
        isLarge
        range={range}
        soFar={soFar}
        goal={goal}
        most={most}
        label={say(
          { id: 'console.forecast.between', defaultMessage: '{low} to {high}' },
          { low: text(range.p10), high: text(range.p90) },
        )}
      />
      <p className="forecast-legend soft small">
        {soFar > 0 && (
          <Key colour="color-mix(in srgb, var(--calm) 42%, var(--well))">
            <FormattedMessage
              id="console.forecast.so-far"
              defaultMessage="{amount} so far"
              values={{ amount: text(soFar) }}
            />
          </Key>
        )}
        <Key colour="color-mix(in srgb, var(--primary) 58%, var(--card))">
          <FormattedMessage id="console.forecast.eight" defaultMessage="Eight of ten cases" />
        </Key>
        {goal !== null && (
          <Key colour="var(--reached)">
            <FormattedMessage
              id="console.forecast.goal"
              defaultMessage="Goal: {amount}"
              values={{ amount: text(goal) }}
            />
          </Key>
        )}
      </p>
      <p className="forecast-goal">
        {goal === null ? (
          <FormattedMessage id="console.forecast.goal.none" defaultMessage="No goal is set." />
        ) : (
          goalWords(say, range, goal, soFar)
        )}
      </p>
    </Card>
  )
}

export function Forecast() {
  const say = useSay()
  const format = useFloorFormat()
  const [team, setTeam] = useState<string | undefined>(undefined)
  const [period, setPeriod] = useState<ForecastPeriod>('this')
  const { data: answer } = useQuery(forecastQuery(team, period))
  if (!answer) return <Loading />
  const { teams, range, metric, methods, why, grain } = answer
  const most = scaleOf(answer)
  const text = (of: number): string => format.value(of, metric?.unit ?? 'money')
  return (
    <Page
      title={say({ id: 'console.nav.forecast', defaultMessage: 'Forecast' })}
      over={
        <FormattedMessage
          id="console.forecast.over"
          defaultMessage="Of teams and the whole floor, never of one person, never on a wall"
        />
      }
      headline={
        range ? (
          <FormattedMessage
            id="console.forecast.headline"
            defaultMessage="{low} to {high}, in eight of ten cases"
            values={{ low: text(range.p10), high: text(range.p90) }}
          />
        ) : (
          <FormattedMessage id="console.nav.forecast" defaultMessage="Forecast" />
        )
      }
      actions={
        <div className="forecast-choice">
          {teams.length > 1 && (
            <Picker
              labelUnseen
              label={say({ id: 'console.forecast.team', defaultMessage: 'Team' })}
              choices={teams.map(({ id, name }) => ({ id: id ?? wholeFloor, name }))}
              value={team ?? answer.team ?? wholeFloor}
              onChange={(id) => setTeam(id === wholeFloor ? undefined : id)}
            />
          )}
          <Segments
            label={say({ id: 'console.forecast.period', defaultMessage: 'Period' })}
            choices={[
              {
                id: 'this',
                name: say(
                  {
                    id: 'console.forecast.this',
                    defaultMessage: '{grain, select, month {This month} other {This quarter}}',
                  },
                  { grain },
                ),
              },
              {
                id: 'next',
                name: say(
                  {
                    id: 'console.forecast.next',
                    defaultMessage: '{grain, select, month {Next month} other {Next quarter}}',
                  },
                  { grain },
                ),
              },
            ]}
            value={period}
            onChange={setPeriod}
          />
        </div>
      }
      aside={range && <LookedBack answer={answer} />}
    >
      {why !== null && <None why={why} />}
      {range && <Range answer={answer} range={range} most={most} />}
      {methods.length > 0 && <Methods answer={answer} most={most} />}
    </Page>
  )
}
