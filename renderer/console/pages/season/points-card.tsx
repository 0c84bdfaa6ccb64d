// What earns points: metrics, and days on goal in a row.
import { Plus, X } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { pointMetrics, streakMetrics } from '../../../../shared/domain/season/making/usual-season.ts'
import { useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { NumberField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { type FormPart, largest, withEntry, withoutEntry } from './form-part.ts'

const mostPoints = 20
const mostStreaks = 8

function PointLines({ form, file, set }: FormPart) {
  const say = useSay()
  const currency = useMe()?.floor.currency ?? 'USD'
  const { points } = form
  const metrics = pointMetrics(file)
  const isFree = (id: string): boolean => !points.some(({ metric }) => metric === id)
  const free = metrics.find(({ id }) => isFree(id))
  return (
    <div className="season-group">
      {points.map(({ metric, each, per }, at) => {
        const of = file.metrics.find(({ id }) => id === metric)
        return (
          <div key={metric} className="season-line">
            <div className="season-short">
              <NumberField
                label={say({ id: 'console.season.points', defaultMessage: 'Points' })}
                value={each}
                min={0.01}
                max={largest}
                step={0.01}
                onChange={(next) => set({ points: withEntry(points, at, { each: next }) })}
              />
            </div>
            <div className="season-short">
              <NumberField
                label={say({ id: 'console.season.per', defaultMessage: 'for every' })}
                value={per}
                min={1}
                max={largest}
                {...(of?.unit === 'money'
                  ? { format: { style: 'currency', currency, maximumFractionDigits: 0 } }
                  : {})}
                onChange={(next) => set({ points: withEntry(points, at, { per: next }) })}
              />
            </div>
            <Picker
              label={say({ id: 'console.season.of', defaultMessage: 'of' })}
              value={metric}
              choices={metrics
                .filter(({ id }) => id === metric || isFree(id))
                .map(({ id, name }) => ({ id, name }))}
              onChange={(next) => set({ points: withEntry(points, at, { metric: next }) })}
            />
            <Button
              look="quiet"
              icon={<X />}
              aria-label={say(
                { id: 'console.season.points.without', defaultMessage: 'No points for {metric}' },
                { metric: of?.name ?? metric },
              )}
              onPress={() => set({ points: withoutEntry(points, at) })}
            />
          </div>
        )
      })}
      {free !== undefined && points.length < mostPoints && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onPress={() =>
              set({
                points: [...points, { metric: free.id, each: 1, per: free.unit === 'money' ? 1000 : 1 }],
              })
            }
          >
            <FormattedMessage id="console.season.points.add" defaultMessage="Points for something else" />
          </Button>
        </div>
      )}
    </div>
  )
}

function StreakLines({ form, file, set }: FormPart) {
  const say = useSay()
  const { streaks } = form
  const metrics = streakMetrics(file)
  const isFree = (id: string): boolean => !streaks.some(({ metric }) => metric === id)
  const free = metrics.find(({ id }) => isFree(id))
  if (metrics.length === 0 && streaks.length === 0)
    return (
      <p className="soft">
        <FormattedMessage
          id="console.season.streaks.none"
          defaultMessage="Points for days in a row need a goal for people, for the day or the week."
        />
      </p>
    )
  return (
    <div className="season-group">
      {streaks.map(({ metric, day, every, gives }, at) => (
        <div key={metric} className="season-line">
          <Picker
            label={say({ id: 'console.season.streak', defaultMessage: 'A day on goal in' })}
            value={metric}
            choices={file.metrics
              .filter(({ id }) => id === metric || (isFree(id) && metrics.some((each) => each.id === id)))
              .map(({ id, name }) => ({ id, name }))}
            onChange={(next) => set({ streaks: withEntry(streaks, at, { metric: next }) })}
          />
          <div className="season-short">
            <NumberField
              label={say({ id: 'console.season.streak.day', defaultMessage: 'Points a day' })}
              value={day}
              min={0}
              max={1e6}
              onChange={(next) => set({ streaks: withEntry(streaks, at, { day: next }) })}
            />
          </div>
          <div className="season-short">
            <NumberField
              label={say({ id: 'console.season.streak.every', defaultMessage: 'Days in a row' })}
              value={every}
              min={2}
              max={250}
              onChange={(next) => set({ streaks: withEntry(streaks, at, { every: next }) })}
            />
          </div>
          <div className="season-short">
            <NumberField
              label={say({ id: 'console.season.streak.gives', defaultMessage: 'Points more' })}
              value={gives}
              min={0}
              max={1e6}
              onChange={(next) => set({ streaks: withEntry(streaks, at, { gives: next }) })}
            />
          </div>
          <Button
            look="quiet"
            icon={<X />}
            aria-label={say(
              {
                id: 'console.season.streak.without',
                defaultMessage: 'No points for days on goal in {metric}',
              },
              { metric: file.metrics.find(({ id }) => id === metric)?.name ?? metric },
            )}
            onPress={() => set({ streaks: withoutEntry(streaks, at) })}
          />
        </div>
      ))}
      {free !== undefined && streaks.length < mostStreaks && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onPress={() => set({ streaks: [...streaks, { metric: free.id, day: 5, every: 5, gives: 25 }] })}
          >
            <FormattedMessage id="console.season.streak.add" defaultMessage="Points for days on goal" />
          </Button>
        </div>
      )}
    </div>
  )
}

export function PointsCard(part: FormPart) {
  return (
    <>
      <Card title={<FormattedMessage id="console.season.earns" defaultMessage="What earns points" />}>
        <div className="form">
          <PointLines {...part} />
        </div>
      </Card>
      <Card
        title={<FormattedMessage id="console.season.rows" defaultMessage="Days in a row" />}
        note={
          <FormattedMessage
            id="console.season.rows.note"
            defaultMessage="Leave, weekends and holidays break none"
          />
        }
      >
        <div className="form">
          <StreakLines {...part} />
        </div>
      </Card>
    </>
  )
}
