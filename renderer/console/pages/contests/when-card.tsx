// When it is: by the clock, from now or a time on; or whole days.
import { FormattedMessage } from 'react-intl'
import { Card } from '../../kit/card.tsx'
import { DayRange } from '../../kit/day-range.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Segments } from '../../kit/segments.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import type { FormPart } from './form-part.ts'

const usualMinutes = ['15', '30', '60', '120'] as const
const mostMinutes = 7 * 24 * 60

function ByTheClock({ form, set }: Omit<FormPart, 'file'>) {
  const say = useSay()
  const usual = usualMinutes.find((each) => Number(each) === form.minutes)
  return (
    <>
      <Switch value={form.startsNow} onChange={(startsNow) => set({ startsNow })}>
        {say({ id: 'console.contest.now', defaultMessage: 'It starts as soon as I announce it' })}
      </Switch>
      {!form.startsNow && (
        <div className="form-row">
          <TextField
            type="date"
            label={say({ id: 'console.contest.day', defaultMessage: 'On' })}
            value={form.day}
            onChange={(day) => {
              if (day !== '') set({ day })
            }}
          />
          <TextField
            type="time"
            label={say({ id: 'console.contest.time', defaultMessage: 'At' })}
            value={form.time}
            onChange={(time) => {
              if (time !== '') set({ time })
            }}
          />
        </div>
      )}
      <Segments
        label={say({ id: 'console.contest.lasts', defaultMessage: 'How long it takes' })}
        value={usual ?? 'other'}
        choices={[
          ...usualMinutes.map((id) => ({
            id,
            name: say(
              { id: 'console.contest.minutes', defaultMessage: '{minutes} min' },
              { minutes: Number(id) },
            ),
          })),
          { id: 'other', name: say({ id: 'console.contest.minutes.other', defaultMessage: 'Other' }) },
        ]}
        onChange={(id) => set({ minutes: id === 'other' ? form.minutes + 30 : Number(id) })}
      />
      {usual === undefined && (
        <NumberField
          label={say({ id: 'console.contest.minutes.own', defaultMessage: 'Minutes' })}
          value={form.minutes}
          min={1}
          max={mostMinutes}
          onChange={(minutes) => set({ minutes })}
        />
      )}
    </>
  )
}

export function WhenCard({ form, set }: FormPart) {
  const say = useSay()
  return (
    <Card title={<FormattedMessage id="console.contest.when" defaultMessage="When" />}>
      <div className="form">
        <Segments
          label={say({ id: 'console.contest.when', defaultMessage: 'When' })}
          value={form.isByTheClock ? 'clock' : 'days'}
          choices={[
            { id: 'clock', name: say({ id: 'console.contest.by-clock', defaultMessage: 'By the clock' }) },
            { id: 'days', name: say({ id: 'console.contest.by-days', defaultMessage: 'Whole days' }) },
          ]}
          onChange={(id) => set({ isByTheClock: id === 'clock' })}
        />
        {form.isByTheClock ? (
          <ByTheClock form={form} set={set} />
        ) : (
          <DayRange
            from={form.day}
            until={form.until}
            onFrom={(day) => set({ day })}
            onUntil={(until) => set({ until })}
          />
        )}
        <Picker
          label={say({ id: 'console.contest.repeats', defaultMessage: 'Again' })}
          value={form.repeats}
          choices={[
            { id: 'never', name: say({ id: 'console.contest.repeats.never', defaultMessage: 'Just once' }) },
            { id: 'day', name: say({ id: 'console.contest.repeats.day', defaultMessage: 'Every day' }) },
            { id: 'week', name: say({ id: 'console.contest.repeats.week', defaultMessage: 'Every week' }) },
            {
              id: 'month',
              name: say({ id: 'console.contest.repeats.month', defaultMessage: 'Every month' }),
            },
          ]}
          onChange={(repeats) => set({ repeats })}
        />
      </div>
    </Card>
  )
}
