// Recaps by mail: who gets one, on which day of the week, and when.
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Recaps as RecapSettings, recapReaders } from '../../../../shared/wire/recaps.ts'
import { connectionsQuery } from '../../api/celebrations.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { Switch } from '../../kit/switch.tsx'
import { useSay } from '../../words/words.tsx'
import { useWeekdayWords } from '../use-weekday-words.ts'
import './recaps.css'

type Reader = RecapSettings['to'][number]
type Day = RecapSettings['day']

const days = RecapSettings.shape.day.unwrap().options

/** Working hours on the clock, and the one that stands. */
const timesWith = (at: string): readonly string[] =>
  [
    ...new Set([...Array.from({ length: 16 }, (_, hour) => `${String(hour + 5).padStart(2, '0')}:00`), at]),
  ].sort()

const useReaderWords = (): Readonly<Record<Reader, string>> => {
  const say = useSay()
  return {
    rep: say({ id: 'console.recaps.rep', defaultMessage: 'Reps: their own week' }),
    manager: say({ id: 'console.recaps.manager', defaultMessage: 'Managers: the week of their teams' }),
    leader: say({ id: 'console.recaps.leader', defaultMessage: 'Leaders: the month and the quarter' }),
  }
}

export function Recaps() {
  const say = useSay()
  const intl = useIntl()
  const weekday = useWeekdayWords()
  const edit = useEdit()
  const words = useReaderWords()
  const floor = useFloor()
  const mail = useQuery(connectionsQuery).data?.mail
  if (!floor) return null
  const { recaps } = floor.file.floor
  const { day, at, to } = recaps ?? { day: 'monday', at: '08:00', to: [] }
  const set = (change: Partial<RecapSettings>): void => {
    const next = { day, at, to, ...change }
    const value = next.to.length === 0 ? null : next
    void edit(
      [{ do: 'floor', fields: { recaps: value } }],
      value === null
        ? say({ id: 'console.recaps.off', defaultMessage: 'No recaps go out.' })
        : say({ id: 'console.recaps.saved', defaultMessage: 'The recaps are set.' }),
    )
  }
  const time = (of: string): string =>
    intl.formatTime(Date.parse(`1970-01-05T${of}:00Z`), {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    })
  return (
    <Card title={<FormattedMessage id="console.recaps.title" defaultMessage="Recaps by mail" />}>
      {mail === 'folder' && (
        <Notice tone="info">
          <FormattedMessage
            id="console.connections.mailbox"
            defaultMessage="No mail leaves the feed’s machine: each stays there as a file, in the folder “mailbox” of its data."
          />
        </Notice>
      )}
      {mail === 'nowhere' && (
        <Notice tone="info">
          <FormattedMessage
            id="console.connections.no-mail"
            defaultMessage="No mail goes out: the feed was started without a mail server."
          />
        </Notice>
      )}
      <div className="recap-readers">
        {recapReaders.map((reader) => (
          <Switch
            key={reader}
            value={to.includes(reader)}
            onChange={(isOn) =>
              set({ to: recapReaders.filter((each) => (each === reader ? isOn : to.includes(each))) })
            }
          >
            {words[reader]}
          </Switch>
        ))}
      </div>
      {to.length > 0 && (
        <div className="recap-when">
          <Picker<Day>
            label={say({ id: 'console.recaps.day', defaultMessage: 'Day of the weekly ones' })}
            value={day}
            onChange={(next) => set({ day: next })}
            choices={days.map((id) => ({ id, name: weekday(id) }))}
          />
          <Picker
            label={say({ id: 'console.recaps.at', defaultMessage: 'Time' })}
            value={at}
            onChange={(next) => set({ at: next })}
            choices={timesWith(at).map((id) => ({ id, name: time(id) }))}
          />
        </div>
      )}
      <p className="soft small">
        <FormattedMessage
          id="console.recaps.note"
          defaultMessage="By the clock of each one’s own office, about the week that is over. Everybody gets their own and can stop them. Months and quarters go out on the first working day after them."
        />
      </p>
    </Card>
  )
}
