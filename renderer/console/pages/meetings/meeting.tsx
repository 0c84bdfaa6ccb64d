// One meeting: before it begins, while it goes on, and what is kept of the times before.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, FileDown, Pencil } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MeetingAnswer } from '../../../../shared/wire/meetings.ts'
import { useFeedNow } from '../../api/feed-time.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { changeMeeting, meetingQuery, sheetAddress } from '../../api/meetings.ts'
import { useMay } from '../../api/queries.ts'
import { ApiFailure } from '../../api/request.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { type NoteBook, NoteForm } from '../coaching/note-form.tsx'
import { NoteList } from '../coaching/note-list.tsx'
import { CadenceDialog } from './cadence-dialog.tsx'
import { MeetingActionForm, MeetingActions } from './meeting-actions.tsx'
import { MeetingBoards } from './meeting-boards.tsx'
import { MeetingStage } from './meeting-stage.tsx'
import { MeetingStart } from './meeting-start.tsx'
import { useMeetingWords } from './meeting-words.ts'
import './meetings.css'

/** For so long after its end the page says what came of it. */
const freshMs = 30 * 60_000
const lookEveryMs = 30_000
/** Of the time before: more is opened by those who look for them. */
const mostNotes = 3

interface Part {
  readonly answer: MeetingAnswer
}

const useNoteBook = (meeting: string): NoteBook => {
  const say = useSay()
  const client = useQueryClient()
  return {
    id: `meeting:${meeting}`,
    label: say({ id: 'console.meeting.note', defaultMessage: 'Decided, or to be remembered' }),
    send: (change) => changeMeeting(client, meeting, change),
  }
}

/** Since when what is written belongs to this time, or to the last one where none goes on. */
const sinceOf = ({ open, past }: MeetingAnswer): number => open?.startedAt ?? past[0]?.startedAt ?? 0

function Agreed({ answer }: Part) {
  const { actions, open, past, meeting } = answer
  const since = open?.startedAt ?? 0
  const before = past[0]?.startedAt ?? 0
  // What was ticked off before the last time is history.
  const kept = actions.filter(({ done }) => done === null || done.at >= Math.min(before, since || before))
  return (
    <Card title={<FormattedMessage id="console.meeting.agreed" defaultMessage="Agreed" />}>
      <div className="talks">
        {kept.length === 0 && (
          <p className="soft small">
            <FormattedMessage
              id="console.meeting.nothing-agreed"
              defaultMessage="Nothing is open from the times before."
            />
          </p>
        )}
        <MeetingActions actions={kept} mayLead={meeting.access === 'lead'} />
        <MeetingActionForm answer={answer} />
      </div>
    </Card>
  )
}

function Notes({ answer }: Part) {
  const { notes, meeting, mayErase } = answer
  const book = useNoteBook(meeting.id)
  const since = sinceOf(answer)
  const current = notes.filter(({ at }) => at >= since)
  const older = notes.filter(({ at }) => at < since)
  return (
    <Card title={<FormattedMessage id="console.meeting.notes" defaultMessage="Decisions and notes" />}>
      <div className="talks">
        <NoteForm book={book} />
        <NoteList notes={current} book={book} mayErase={mayErase} />
        {older.length > 0 && (
          <More
            level={3}
            words={
              <FormattedMessage
                id="console.meeting.older-notes"
                defaultMessage="{count, plural, one {One note} other {# notes}} from the times before"
                values={{ count: older.length }}
              />
            }
          >
            <NoteList notes={older.slice(0, mostNotes * 10)} book={book} mayErase={mayErase} />
          </More>
        )}
      </div>
    </Card>
  )
}

function Past({ answer: { past } }: Part) {
  const words = useMeetingWords()
  if (past.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.meeting.past" defaultMessage="Held before" />}>
      <ul className="lines">
        {past.map(({ id, startedAt, endedAt, leader, discussed }) => (
          <li key={id} className="meeting-past">
            <span className="strong">{words.when(startedAt)}</span>
            <span className="soft small">
              <FormattedMessage
                id="console.meeting.past.line"
                defaultMessage="{minutes} min · led by {leader} · {count, plural, =0 {no board discussed} one {one board discussed} other {# boards discussed}}"
                values={{
                  minutes: Math.max(1, Math.round((endedAt - startedAt) / 60_000)),
                  leader: <bdi>{leader}</bdi>,
                  count: discussed.length,
                }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What came of the one that has just ended. */
function JustEnded({ answer: { past, open, actions, notes } }: Part) {
  const now = useFeedNow(lookEveryMs)
  const last = past[0]
  if (open !== null || !last || now - last.endedAt > freshMs) return null
  const isOfIt = ({ at }: { readonly at: number }): boolean => at >= last.startedAt
  return (
    <Notice
      tone="info"
      title={<FormattedMessage id="console.meeting.ended" defaultMessage="The meeting is over" />}
    >
      <FormattedMessage
        id="console.meeting.ended.note"
        defaultMessage="{boards, plural, =0 {No board was discussed} one {One board was discussed} other {# boards were discussed}}, {agreed, plural, =0 {nothing agreed} one {one thing agreed} other {# things agreed}}, {notes, plural, =0 {nothing noted} one {one thing noted} other {# things noted}}. The sheet has all of it."
        values={{
          boards: last.discussed.length,
          agreed: actions.filter(isOfIt).length,
          notes: notes.filter(isOfIt).length,
        }}
      />
    </Notice>
  )
}

function About({ answer: { meeting, open } }: Part) {
  const words = useMeetingWords()
  return (
    <span className="meeting-about soft">
      {open ? (
        <FormattedMessage
          id="console.meeting.goes-on"
          defaultMessage="since {time} · {leader} leads it"
          values={{ time: words.time(open.startedAt), leader: <bdi>{open.leader}</bdi> }}
        />
      ) : (
        <>
          {words.when(meeting.nextAt)}
          {' · '}
          {words.until(meeting.nextAt)}
          {meeting.owner && !meeting.owner.hasLeft && (
            <>
              {' · '}
              <bdi>{meeting.owner.name}</bdi>
            </>
          )}
          {meeting.team && (
            <>
              {' · '}
              <bdi>{meeting.team.name}</bdi>
            </>
          )}
        </>
      )}
    </span>
  )
}

function EndButton({ answer: { meeting } }: Part) {
  const client = useQueryClient()
  const act = useAct()
  return (
    <Button
      look="plain"
      onPress={() =>
        void act(async () => {
          await changeMeeting(client, meeting.id, { do: 'end' })
          return null
        })
      }
    >
      <FormattedMessage id="console.meeting.end" defaultMessage="End the meeting" />
    </Button>
  )
}

/** Changes the meeting itself: when it is, whose, and what it goes through. */
function ChangeButton({ answer: { meeting } }: Part) {
  const mayEdit = useMay().edit
  const file = useFloor()?.file
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const cadence = file?.cadences.find(({ id }) => id === meeting.id)
  if (!mayEdit || meeting.access !== 'lead' || !file || !cadence) return null
  return (
    <>
      <Button icon={<Pencil aria-hidden="true" />} onPress={() => setOpen(true)}>
        <FormattedMessage id="console.celebrate.rule.change" defaultMessage="Change" />
      </Button>
      {isOpen && (
        <CadenceDialog
          file={file}
          before={cadence}
          onClose={() => setOpen(false)}
          onRemoved={() => {
            client.removeQueries({ queryKey: meetingQuery(meeting.id).queryKey })
            void navigate({ to: '/meetings' })
          }}
        />
      )}
    </>
  )
}

function MeetingOf({ answer }: Part) {
  const client = useQueryClient()
  const act = useAct()
  const { meeting, open } = answer
  const mayLead = meeting.access === 'lead'
  const go = (to: string) =>
    void act(async () => {
      await changeMeeting(client, meeting.id, { do: 'step', step: { to } })
      return null
    })
  const boards = (
    <Card
      flush
      title={<FormattedMessage id="console.meeting.boards" defaultMessage="What is gone through" />}
    >
      <MeetingBoards answer={answer} onGo={open?.maySteer ? go : undefined} />
    </Card>
  )
  return (
    <Page
      title={meeting.name}
      over={
        <Link to="/meetings" className="meeting-back">
          <ArrowLeft aria-hidden="true" />
          <FormattedMessage id="console.nav.meetings" defaultMessage="Meetings" />
        </Link>
      }
      headline={
        <>
          <bdi className="meeting-name">{meeting.name}</bdi>
          <About answer={answer} />
        </>
      }
      actions={
        <>
          {/* A file of the feed, and no page of the console. */}
          <a className="button plain usual" href={sheetAddress(meeting.id)} download>
            <FileDown aria-hidden="true" />
            <FormattedMessage id="console.meeting.sheet" defaultMessage="Sheet to print" />
          </a>
          {open ? mayLead && <EndButton answer={answer} /> : <ChangeButton answer={answer} />}
        </>
      }
      aside={
        <>
          {open ? boards : <Agreed answer={answer} />}
          {!open && <Notes answer={answer} />}
          {!open && <Past answer={answer} />}
        </>
      }
    >
      <JustEnded answer={answer} />
      {meeting.owner?.hasLeft && (
        <Notice tone="warn">
          <FormattedMessage
            id="console.meeting.owner-left"
            defaultMessage="{name} led this meeting and works here no more. Choose Change, and name somebody else."
            values={{ name: <bdi>{meeting.owner.name}</bdi> }}
          />
        </Notice>
      )}
      {open ? (
        <>
          <MeetingStage answer={answer} open={open} />
          <div className="meeting-writing">
            <Notes answer={answer} />
            <Agreed answer={answer} />
          </div>
        </>
      ) : (
        <>
          {mayLead && <MeetingStart answer={answer} />}
          {boards}
        </>
      )}
    </Page>
  )
}

export function Meeting() {
  const { meeting } = useParams({ from: '/inside/meetings/$meeting' })
  const { data, error } = useQuery({ ...meetingQuery(meeting), retry: false })
  if (!data && error instanceof ApiFailure && error.code === 'not-found') return <NotFound />
  return data ? <MeetingOf key={meeting} answer={data} /> : <Loading />
}
