// The rhythm of the week: which meetings come, whose they are, when they were held, and which boards nobody talks about.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarHeart, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MeetingSummary } from '../../../../shared/wire/meetings.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { meetingsQuery } from '../../api/meetings.ts'
import { useMay } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { CadenceDialog } from './cadence-dialog.tsx'
import { MeetingLine } from './meeting-line.tsx'
import { useMeetingWords } from './meeting-words.ts'
import { OwnMeetingActions } from './own-meeting-actions.tsx'
import './meetings.css'

/** No meeting is called that: ids are slugs. */
const newOne = '·'

function Headline({ meetings }: { readonly meetings: readonly MeetingSummary[] }) {
  const words = useMeetingWords()
  const open = meetings.find((each) => each.open !== null)
  const next = meetings[0]
  if (open)
    return (
      <FormattedMessage
        id="console.meetings.headline.open"
        defaultMessage="{name} goes on"
        values={{ name: <bdi>{open.name}</bdi> }}
      />
    )
  if (!next)
    return (
      <FormattedMessage id="console.meetings.headline.none" defaultMessage="No meeting comes again yet" />
    )
  return (
    <FormattedMessage
      id="console.meetings.headline"
      defaultMessage="{name}, {until} at {time}"
      values={{
        name: <bdi>{next.name}</bdi>,
        until: words.until(next.nextAt),
        time: words.time(next.nextAt),
      }}
    />
  )
}

/** Boards of meetings that hang there and are never talked about. */
function Wallpaper({ meetings }: { readonly meetings: readonly MeetingSummary[] }) {
  const words = useMeetingWords()
  const silent = meetings.flatMap((meeting) => meeting.wallpaper.map((board) => ({ ...board, meeting })))
  if (silent.length === 0) return null
  return (
    <Card
      title={<FormattedMessage id="console.meetings.wallpaper" defaultMessage="Only hanging there" />}
      note={silent.length}
    >
      <p className="soft small meeting-wallpaper-note">
        <FormattedMessage
          id="console.meetings.wallpaper.note"
          defaultMessage="Nobody has said a word about these for three weeks. Talk about them, or take them out."
        />
      </p>
      <ul className="lines">
        {silent.map(({ id, title, since, meeting }) => (
          <li key={`${meeting.id} ${id}`} className="meeting-wallpaper">
            <Link to="/boards/$board" params={{ board: id }} dir="auto">
              {title}
            </Link>
            <span className="soft small">
              <FormattedMessage
                id="console.meetings.wallpaper.since"
                defaultMessage="{meeting} · not since {day}"
                values={{ meeting: <bdi>{meeting.name}</bdi>, day: words.day(since) }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Nothing() {
  const isManager = useMay().edit
  return (
    <Card>
      <Empty
        icon={<CalendarHeart aria-hidden="true" />}
        title={
          <FormattedMessage id="console.meetings.none" defaultMessage="The week has no rhythm here yet" />
        }
      >
        {isManager ? (
          <FormattedMessage
            id="console.meetings.none.note"
            defaultMessage="Make the meetings that come again: a Monday review, a check-in on Wednesday, the review of the quarter, each with its boards. A wall follows, and what was agreed is kept."
          />
        ) : (
          <FormattedMessage
            id="console.meetings.none.viewer"
            defaultMessage="Once your floor has meetings that come again, they stand here with their time."
          />
        )}
      </Empty>
    </Card>
  )
}

export function Meetings() {
  const say = useSay()
  const { data } = useQuery(meetingsQuery)
  const mayEdit = useMay().edit
  const file = useFloor()?.file
  const [asked, setAsked] = useState<string | null>(null)
  if (!data) return <Loading />
  const { meetings, own } = data
  const cadenceOf = (id: string) => file?.cadences.find((cadence) => cadence.id === id)
  const hasAside = own.length > 0 || meetings.some(({ wallpaper }) => wallpaper.length > 0)
  return (
    <Page
      title={say({ id: 'console.nav.meetings', defaultMessage: 'Meetings' })}
      over={<FormattedMessage id="console.nav.meetings" defaultMessage="Meetings" />}
      headline={<Headline meetings={meetings} />}
      actions={
        mayEdit &&
        file && (
          <Button icon={<Plus aria-hidden="true" />} onPress={() => setAsked(newOne)}>
            <FormattedMessage id="console.cadence.new" defaultMessage="New meeting" />
          </Button>
        )
      }
      aside={
        hasAside && (
          <>
            <OwnMeetingActions />
            <Wallpaper meetings={meetings} />
          </>
        )
      }
    >
      {meetings.length === 0 ? (
        <Nothing />
      ) : (
        <Card flush>
          <ul className="lines">
            {meetings.map((meeting) => (
              <MeetingLine
                key={meeting.id}
                meeting={meeting}
                onChange={
                  mayEdit && meeting.access === 'lead' && cadenceOf(meeting.id)
                    ? () => setAsked(meeting.id)
                    : null
                }
              />
            ))}
          </ul>
        </Card>
      )}
      {asked !== null && file && (
        <CadenceDialog
          key={asked}
          file={file}
          before={cadenceOf(asked) ?? null}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  )
}
