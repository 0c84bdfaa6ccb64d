// One screen's week: rules as blocks, the darker the stronger; what clashes, in words; what will be on, and when.
import { useNavigate, useParams } from '@tanstack/react-router'
import { CalendarPlus, CalendarX, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Day } from '../../../../shared/domain/time/calendar-date.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'
import { NoScreen } from '../screens/no-screen.tsx'
import { Clashes } from './clashes.tsx'
import { useDayWords } from './day-words.ts'
import { Legend } from './legend.tsx'
import { type RuleAsked, RuleDialog } from './rule-dialog.tsx'
import { hoursEdit } from './rule-edits.ts'
import { useScheduleWeek } from './use-schedule.ts'
import { WeekGrid } from './week-grid.tsx'
import { WhatIsOn } from './what-is-on.tsx'
import './schedule.css'

export function Schedule() {
  const { screen: id } = useParams({ strict: false })
  const file = useFloor()?.file
  if (!file) return <Loading />
  const screen = id === undefined ? file.screens[0] : file.screens.find((each) => each.id === id)
  return screen ? <ScheduleOf key={screen.id} file={file} screen={screen} /> : <NoSchedule />
}

function NoSchedule() {
  const say = useSay()
  const title = say({ id: 'console.nav.schedule', defaultMessage: 'Schedule' })
  return (
    <Page title={title} headline={title}>
      <NoScreen>
        <FormattedMessage
          id="console.schedule.none"
          defaultMessage="A schedule says which playlist a screen shows at which hours. Pair a screen first."
        />
      </NoScreen>
    </Page>
  )
}

interface ScheduleOfProps {
  readonly file: FloorFile
  readonly screen: FloorFile['screens'][number]
}

function ScheduleOf({ file, screen }: ScheduleOfProps) {
  const say = useSay()
  const navigate = useNavigate()
  const may = useMay()
  const edit = useEdit()
  const words = useDayWords()
  const now = useFeedNow(30_000)
  const [weeks, setWeeks] = useState(0)
  const [asked, setAsked] = useState<RuleAsked | null>(null)
  const week = useScheduleWeek(file, screen, weeks, now)
  const { first, schedule } = week
  const addRule = (day: Day | null, from: number, to: number) =>
    setAsked({ kind: 'new', exception: false, day, from, to })
  return (
    <Page
      title={say({ id: 'console.nav.schedule', defaultMessage: 'Schedule' })}
      over={
        <FormattedMessage
          id="console.schedule.over"
          defaultMessage="Schedule · by the clocks of {zone}"
          values={{ zone: schedule.zone.id.replaceAll('_', ' ') }}
        />
      }
      headline={
        <Picker
          label={say({ id: 'console.remote.screen', defaultMessage: 'Screen' })}
          labelUnseen
          value={screen.id}
          choices={file.screens.map(({ id, name }) => ({ id, name }))}
          onChange={(id) => void navigate({ to: '/schedule/$screen', params: { screen: id } })}
        />
      }
      actions={
        <>
          <div className="week-steps">
            <Button
              icon={<ChevronLeft aria-hidden="true" />}
              aria-label={say({ id: 'console.schedule.before', defaultMessage: 'The week before' })}
              onPress={() => setWeeks(weeks - 1)}
            />
            <span className="week-range">{words.range(first, first + 6)}</span>
            <Button
              icon={<ChevronRight aria-hidden="true" />}
              aria-label={say({ id: 'console.schedule.after', defaultMessage: 'The week after' })}
              onPress={() => setWeeks(weeks + 1)}
            />
            {weeks !== 0 && (
              <Button onPress={() => setWeeks(0)}>
                <FormattedMessage id="console.schedule.this" defaultMessage="This week" />
              </Button>
            )}
          </div>
          {may.edit && (
            <>
              <Button
                icon={<CalendarX aria-hidden="true" />}
                onPress={() => setAsked({ kind: 'new', exception: true, day: week.today, from: 0, to: 1440 })}
              >
                <FormattedMessage id="console.schedule.add-exception" defaultMessage="Add an exception" />
              </Button>
              <Button
                look="primary"
                icon={<CalendarPlus aria-hidden="true" />}
                onPress={() => addRule(null, 9 * 60, 17 * 60)}
              >
                <FormattedMessage id="console.schedule.add" defaultMessage="Add a rule" />
              </Button>
            </>
          )}
        </>
      }
      aside={
        <>
          <WhatIsOn file={file} week={week} />
          <Clashes file={file} week={week} />
          <Legend />
        </>
      }
    >
      <WeekGrid
        file={file}
        week={week}
        now={now}
        mayEdit={may.edit}
        onAdd={addRule}
        onOpen={(rule) => setAsked({ kind: 'change', rule })}
        onMove={(rule, hours) =>
          void edit(
            [hoursEdit(file, rule, hours)],
            say(
              { id: 'console.edge.done', defaultMessage: '{playlist} is on from {from} to {to} now.' },
              {
                playlist: file.playlists.find(({ id }) => id === rule.playlist)?.name ?? rule.playlist,
                from: words.hour(hours.from),
                to: words.hour(hours.to),
              },
            ),
          )
        }
      />
      {asked && (
        <RuleDialog
          file={file}
          screen={screen}
          asked={asked}
          mayEdit={may.edit}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  )
}
