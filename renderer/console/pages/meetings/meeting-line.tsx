// One meeting in the list: when it is next, whose it is, when it was held last, and what nobody talks about.
import { Link } from '@tanstack/react-router'
import { ChevronRight, Pencil } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { MeetingSummary } from '../../../../shared/wire/meetings.ts'
import { useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../words/words.tsx'
import { useMeetingWords } from './meeting-words.ts'

function Next({ of }: { readonly of: MeetingSummary }) {
  const intl = useIntl()
  const words = useMeetingWords()
  const timeZone = useMe()?.floor.timeZone ?? 'UTC'
  return (
    <span className="meeting-next figures" data-open={of.open ? '' : undefined}>
      <span className="meeting-weekday">
        {of.open ? (
          <FormattedMessage id="console.meetings.now" defaultMessage="Now" />
        ) : (
          intl.formatDate(of.nextAt, { timeZone, weekday: 'short', day: 'numeric', month: 'short' })
        )}
      </span>
      <span className="soft small">
        {of.open ? (
          <FormattedMessage
            id="console.meetings.since"
            defaultMessage="since {time}"
            values={{ time: words.time(of.open.startedAt) }}
          />
        ) : (
          <>
            {words.time(of.nextAt)}
            {' · '}
            {words.until(of.nextAt)}
          </>
        )}
      </span>
    </span>
  )
}

function Who({ of: { name, owner, team, every, open, oneToOnes } }: { readonly of: MeetingSummary }) {
  const words = useMeetingWords()
  return (
    <span className="meeting-who">
      <span className="strong" dir="auto">
        {name}
      </span>
      <span className="soft small">
        {open ? (
          <FormattedMessage
            id="console.meetings.led"
            defaultMessage="{name} leads it"
            values={{ name: <bdi>{open.leader}</bdi> }}
          />
        ) : owner?.hasLeft ? (
          <b className="meeting-warn">
            <FormattedMessage
              id="console.meetings.left"
              defaultMessage="{name} works here no more"
              values={{ name: <bdi>{owner.name}</bdi> }}
            />
          </b>
        ) : owner ? (
          <bdi>{owner.name}</bdi>
        ) : oneToOnes ? (
          <FormattedMessage id="console.meetings.each" defaultMessage="each manager with their own people" />
        ) : (
          <FormattedMessage id="console.meetings.nobody" defaultMessage="nobody leads it yet" />
        )}
        {team && (
          <>
            {' · '}
            <bdi>{team.name}</bdi>
          </>
        )}
        {' · '}
        {words.every(every)}
      </span>
    </span>
  )
}

function Held({ of }: { readonly of: MeetingSummary }) {
  const words = useMeetingWords()
  const { heldAt, missedAt, people, access, openActions, overdueActions } = of
  if (access === 'time') return <span className="meeting-held" />
  if (people)
    return (
      <span className="meeting-held small" data-warn={people.overdue > 0 ? '' : undefined}>
        <FormattedMessage
          id="console.meetings.people"
          defaultMessage="{all, plural, =0 {nobody to coach} one {# person} other {# people}}{overdue, plural, =0 {} other {, # overdue}}"
          values={people}
        />
      </span>
    )
  return (
    <span className="meeting-held small">
      {missedAt === null ? (
        <span className={heldAt === null ? 'soft' : undefined}>
          {heldAt === null ? (
            <FormattedMessage id="console.meetings.never" defaultMessage="not held yet" />
          ) : (
            <FormattedMessage
              id="console.meetings.held"
              defaultMessage="held {ago}"
              values={{ ago: words.ago(heldAt) }}
            />
          )}
        </span>
      ) : (
        <b className="meeting-warn">
          <FormattedMessage
            id="console.meetings.missed"
            defaultMessage="missed on {day}"
            values={{ day: words.day(missedAt) }}
          />
        </b>
      )}
      {openActions > 0 && (
        <span className={overdueActions > 0 ? 'meeting-warn' : 'soft'}>
          <FormattedMessage
            id="console.meetings.actions"
            defaultMessage="{open, plural, one {# action open} other {# actions open}}{overdue, plural, =0 {} other {, # overdue}}"
            values={{ open: openActions, overdue: overdueActions }}
          />
        </span>
      )}
    </span>
  )
}

function Boards({ of: { boards, wallpaper, oneToOnes } }: { readonly of: MeetingSummary }) {
  if (oneToOnes && boards === 0) return <span className="meeting-boards" />
  return (
    <span className="meeting-boards small">
      <span className="soft">
        <FormattedMessage
          id="console.meetings.boards"
          defaultMessage="{count, plural, one {# board} other {# boards}}"
          values={{ count: boards }}
        />
      </span>
      {wallpaper.length > 0 && (
        <b className="meeting-warn">
          <FormattedMessage
            id="console.meetings.silent"
            defaultMessage="{count, plural, one {# of them only hangs there} other {# of them only hang there}}"
            values={{ count: wallpaper.length }}
          />
        </b>
      )}
    </span>
  )
}

interface MeetingLineProps {
  readonly meeting: MeetingSummary
  /** Changes the meeting itself; null for whoever may not. */
  readonly onChange: (() => void) | null
}

export function MeetingLine({ meeting, onChange }: MeetingLineProps) {
  const say = useSay()
  const inside = (
    <>
      <Next of={meeting} />
      <Who of={meeting} />
      <Held of={meeting} />
      <Boards of={meeting} />
    </>
  )
  if (meeting.access === 'time')
    return (
      <li>
        <div className="meeting-line">{inside}</div>
      </li>
    )
  return (
    <li className={onChange ? 'meeting-row' : undefined}>
      {meeting.oneToOnes ? (
        <Link to="/coaching" className="meeting-line">
          {inside}
          <ChevronRight aria-hidden="true" />
        </Link>
      ) : (
        <Link
          to="/meetings/$meeting"
          params={{ meeting: meeting.id }}
          className="meeting-line"
          preload="intent"
        >
          {inside}
          <ChevronRight aria-hidden="true" />
        </Link>
      )}
      {onChange && (
        <Button
          look="quiet"
          icon={<Pencil />}
          aria-label={say(
            { id: 'console.cadence.change', defaultMessage: 'Change {name}' },
            { name: meeting.name },
          )}
          onPress={onChange}
        />
      )}
    </li>
  )
}
