// "What will be on at 16:40 on Friday?", answered with a picture and a reason.
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { scheduleAt } from '../../../../shared/domain/screens/schedule.ts'
import { minutesOf } from '../../../../shared/domain/time/week.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { TimeOfDay } from '../../../../shared/wire/hours.ts'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { Miniature } from '../../kit/miniature.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { useDayWords } from './day-words.ts'
import { useWhyOn } from './rule-words.ts'
import type { ScheduleWeek } from './use-schedule.ts'

interface WhatIsOnProps {
  readonly file: FloorFile
  readonly week: ScheduleWeek
}

export function WhatIsOn({ file, week: { schedule, first, today, days } }: WhatIsOnProps) {
  const say = useSay()
  const intl = useIntl()
  const words = useDayWords()
  const whyOn = useWhyOn()
  const [chosen, setChosen] = useState<string | null>(null)
  const [time, setTime] = useState('16:40')
  const day = days.find((each) => String(each.day) === chosen)?.day ?? (today >= first ? today : first)
  const parsed = TimeOfDay.safeParse(time)
  const on = parsed.success
    ? scheduleAt(schedule, schedule.zone.reachesAt(day, minutesOf(parsed.data)))
    : null
  const playlist = file.playlists.find(({ id }) => id === on?.playlist)
  const until = on?.until ?? null
  return (
    <Card title={<FormattedMessage id="console.schedule.what" defaultMessage="What will be on at …?" />}>
      <div className="what-when">
        <Picker
          label={say({ id: 'console.schedule.day', defaultMessage: 'Day' })}
          value={String(day)}
          choices={days.map((each) => ({ id: String(each.day), name: words.whole(each.day) }))}
          onChange={setChosen}
        />
        <TextField
          label={say({ id: 'console.schedule.time', defaultMessage: 'Time' })}
          type="time"
          value={time}
          onChange={setTime}
        />
      </div>
      {on !== null && (
        <>
          {playlist && <Miniature of={{ kind: 'playlist', id: playlist.id }} label={playlist.name} />}
          <p role="status">
            <strong dir="auto">
              {playlist?.name ?? say({ id: 'console.schedule.nothing', defaultMessage: 'Nothing is on' })}
            </strong>
            {until !== null && (
              <>
                {', '}
                <FormattedMessage
                  id="console.schedule.until"
                  defaultMessage="until {time}"
                  values={{
                    time: intl.formatDate(until, {
                      weekday: 'short',
                      hour: 'numeric',
                      minute: '2-digit',
                      timeZone: schedule.zone.id,
                    }),
                  }}
                />
              </>
            )}
          </p>
          <p className="soft">{whyOn(on.rule)}</p>
          {playlist && (
            <p className="soft small">
              <FormattedMessage id="console.schedule.drawn" defaultMessage="Drawn with today’s numbers." />
            </p>
          )}
        </>
      )}
    </Card>
  )
}
