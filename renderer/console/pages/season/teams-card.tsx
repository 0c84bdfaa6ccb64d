// What teams unlock when they come to their goals, and by how much that multiplies the points of their people.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { teamMetrics } from '../../../../shared/domain/season/making/usual-season.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { type FormPart, withEntry, withoutEntry } from './form-part.ts'

const mostRewards = 4
const mostTiers = 6

type Reward = FormPart['form']['teams'][number]

const keyOf = ({ metric, period }: Pick<Reward, 'metric' | 'period'>): string => `${metric} ${period}`

const usualTiers: Reward['tiers'] = [
  { percent: 100, unlocks: '', multiplies: 1.1 },
  { percent: 120, unlocks: '', multiplies: 1.25 },
]

interface TierLinesProps {
  readonly reward: Reward
  readonly change: (part: Partial<Reward>) => void
}

function TierLines({ reward: { tiers }, change }: TierLinesProps) {
  const say = useSay()
  return (
    <>
      {tiers.map(({ percent, unlocks, multiplies }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tier is known by its place alone
        <div key={at} className="season-line">
          <div className="season-short">
            <NumberField
              label={say({ id: 'console.season.tier.at', defaultMessage: 'At % of goal' })}
              value={percent}
              min={1}
              max={1000}
              onChange={(next) => change({ tiers: withEntry(tiers, at, { percent: next }) })}
            />
          </div>
          <TextField
            label={say({ id: 'console.season.tier.unlocks', defaultMessage: 'Unlocks' })}
            value={unlocks}
            maxLength={120}
            onChange={(next) => change({ tiers: withEntry(tiers, at, { unlocks: next }) })}
          />
          <div className="season-short">
            <NumberField
              label={say({ id: 'console.season.tier.times', defaultMessage: 'Points times' })}
              value={multiplies}
              min={1}
              max={5}
              step={0.05}
              onChange={(next) => change({ tiers: withEntry(tiers, at, { multiplies: next }) })}
            />
          </div>
          {tiers.length > 1 && (
            <Button
              look="quiet"
              icon={<X />}
              aria-label={say(
                {
                  id: 'console.season.tier.without',
                  defaultMessage: 'Without the tier at {percent, number}%',
                },
                { percent },
              )}
              onPress={() => change({ tiers: withoutEntry(tiers, at) })}
            />
          )}
        </div>
      ))}
      {tiers.length < mostTiers && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onPress={() =>
              change({
                tiers: [
                  ...tiers,
                  { percent: (tiers.at(-1)?.percent ?? 80) + 20, unlocks: '', multiplies: 1.25 },
                ],
              })
            }
          >
            <FormattedMessage id="console.season.tier.add" defaultMessage="One more tier" />
          </Button>
        </div>
      )}
    </>
  )
}

export function TeamsCard({ form, file, set }: FormPart) {
  const say = useSay()
  const { teams } = form
  const possible = teamMetrics(file)
  const free = possible.find(
    ({ metric, period }) => !teams.some((each) => keyOf(each) === keyOf({ metric: metric.id, period })),
  )
  const periodWords = {
    day: say({ id: 'console.season.period.day', defaultMessage: 'each day' }),
    week: say({ id: 'console.season.period.week', defaultMessage: 'each week' }),
    month: say({ id: 'console.season.period.month', defaultMessage: 'each month' }),
    quarter: say({ id: 'console.season.period.quarter', defaultMessage: 'the quarter' }),
  }
  const nameOf = ({ metric, period }: Pick<Reward, 'metric' | 'period'>): string =>
    `${file.metrics.find(({ id }) => id === metric)?.name ?? metric}, ${periodWords[period]}`
  return (
    <Card
      title={<FormattedMessage id="console.season.teams" defaultMessage="What teams unlock" />}
      note={
        <FormattedMessage
          id="console.season.teams.note"
          defaultMessage="Everybody’s points grow when their team gets there"
        />
      }
    >
      <div className="form">
        {possible.length === 0 && teams.length === 0 && (
          <p className="soft">
            <FormattedMessage
              id="console.season.teams.none"
              defaultMessage="Teams need a goal of their own first, for a week, a month or a quarter: it is set under Goals."
            />
          </p>
        )}
        {teams.map((reward, at) => (
          <div key={keyOf(reward)} className="season-group">
            <div className="season-line">
              <Picker
                label={say({ id: 'console.season.reward', defaultMessage: 'The team’s own goal for' })}
                value={keyOf(reward)}
                choices={[
                  { id: keyOf(reward), name: nameOf(reward) },
                  ...possible
                    .map(({ metric, period }) => ({ metric: metric.id, period }))
                    .filter((each) => !teams.some((other) => keyOf(other) === keyOf(each)))
                    .map((each) => ({ id: keyOf(each), name: nameOf(each) })),
                ]}
                onChange={(key) => {
                  const next = possible.find(
                    ({ metric, period }) => keyOf({ metric: metric.id, period }) === key,
                  )
                  if (next)
                    set({ teams: withEntry(teams, at, { metric: next.metric.id, period: next.period }) })
                }}
              />
              <Button
                look="quiet"
                icon={<X />}
                aria-label={say(
                  { id: 'console.season.reward.without', defaultMessage: 'Nothing for {goal}' },
                  { goal: nameOf(reward) },
                )}
                onPress={() => set({ teams: withoutEntry(teams, at) })}
              />
            </div>
            <TierLines reward={reward} change={(part) => set({ teams: withEntry(teams, at, part) })} />
          </div>
        ))}
        {free !== undefined && teams.length < mostRewards && (
          <div>
            <Button
              size="small"
              icon={<Plus aria-hidden="true" />}
              onPress={() =>
                set({
                  teams: [...teams, { metric: free.metric.id, period: free.period, tiers: usualTiers }],
                })
              }
            >
              <FormattedMessage
                id="console.season.reward.add"
                defaultMessage="A goal that unlocks something"
              />
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
