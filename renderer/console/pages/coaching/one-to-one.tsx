// The one-to-one: a calm page that the two look at together. What was kept from last time, the point, what they agree, notes;
// it ends with what was agreed, and is remembered with its date.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import { z } from 'zod'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import type { TalksAnswer } from '../../../../shared/wire/coaching-talks.ts'
import { coachingListQuery, coachingQuery } from '../../api/coaching.ts'
import { feedNow, useFeedNow } from '../../api/feed-time.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { ApiFailure } from '../../api/request.ts'
import { changeTalks, talksQuery } from '../../api/talks.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Face } from '../../kit/face.tsx'
import { TextField } from '../../kit/field.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { PlainDay } from '../agreed/plain-day.tsx'
import { ActionForm } from './action-form.tsx'
import { ActionList } from './action-list.tsx'
import { agendaWords } from './agenda-words.ts'
import { NotHere } from './not-here.tsx'
import { NoteForm, useTalkBook } from './note-form.tsx'
import { NoteList } from './note-list.tsx'
import { OneToOneBoards } from './one-to-one-boards.tsx'
import { PointCard } from './point-card.tsx'
import { useFloorFormat } from './use-floor-format.ts'
import './coach-person.css'
import './one-to-one.css'
import './talks.css'

const dayMs = 86_400_000
/** What is proposed for the next one: two weeks, as the list expects where no day was named. */
const usualDaysBetween = 14
const lookEveryMs = 30_000
/** Of the time before: more would be read instead of talked about. */
const mostNotes = 3

const Draft = z.object({ id: z.string(), startedAt: z.number(), nextOn: z.string() })
const notStarted: z.infer<typeof Draft> = { id: '', startedAt: 0, nextOn: '' }

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

interface PartProps {
  readonly nth: number
  readonly title: ReactNode
  readonly children: ReactNode
}

function Part({ nth, title, children }: PartProps) {
  return (
    <Card>
      <div className="talk-part">
        <h2 className="talk-part-title">
          <span className="talk-part-nth figures" aria-hidden="true">
            {nth}
          </span>
          {title}
        </h2>
        {children}
      </div>
    </Card>
  )
}

function WayBack({ person, name }: { readonly person: string; readonly name: string }) {
  return (
    <Link to="/coaching/$person" params={{ person }} className="coached-back">
      <ArrowLeft aria-hidden="true" />
      <bdi>{name}</bdi>
    </Link>
  )
}

interface TalkProps {
  readonly answer: CoachingAnswer
  readonly talks: TalksAnswer
}

/** What is open, and what was ticked off since they sat together last. */
function FromLastTime({ answer, talks, startedAt }: TalkProps & { readonly startedAt: number }) {
  const last = talks.oneToOnes[0]
  const kept = talks.actions.filter(
    ({ at, done }) => at < startedAt && (done === null || done.at >= (last?.at ?? 0)),
  )
  const person = answer.who.id
  const book = useTalkBook(person)
  // What was noted the last time, and between the two.
  const notes = talks.notes.filter(({ at }) => at < startedAt && at >= (last?.startedAt ?? 0))
  return (
    <>
      {kept.length === 0 && (
        <p className="soft">
          <FormattedMessage id="console.talk.nothing-open" defaultMessage="Nothing was left open." />
        </p>
      )}
      <ActionList actions={kept} person={person} mayCoach={talks.mayCoach} />
      <NoteList notes={notes.slice(0, mostNotes)} book={book} mayErase={talks.mayErase} />
    </>
  )
}

function Suggestion({ answer }: Pick<TalkProps, 'answer'>) {
  const say = useSay()
  const format = useFloorFormat()
  return (
    <ol className="talk-agenda">
      {agendaWords({ answer, say, format }).map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ol>
  )
}

interface EndedProps extends TalkProps {
  readonly startedAt: number
}

/** What was agreed, once it has ended. */
function Ended({ answer, talks, startedAt }: EndedProps) {
  const say = useSay()
  const { id, face } = answer.who
  const agreed = talks.actions.filter(({ at }) => at >= startedAt)
  const [last] = talks.oneToOnes
  return (
    <Page
      title={face.name}
      over={<WayBack person={id} name={face.name} />}
      headline={<FormattedMessage id="console.talk.agreed" defaultMessage="What was agreed" />}
      actions={
        <ButtonLink href={`/coaching/${encodeURIComponent(id)}`} look="primary">
          {say({ id: 'console.talk.back', defaultMessage: 'Done' })}
        </ButtonLink>
      }
    >
      <div className="talk-page">
        <Card>
          {agreed.length === 0 ? (
            <p className="soft">
              <FormattedMessage
                id="console.talk.none-agreed"
                defaultMessage="Nothing was agreed this time. The one-to-one is remembered all the same."
              />
            </p>
          ) : (
            <ActionList actions={agreed} person={id} mayCoach={talks.mayCoach} />
          )}
        </Card>
        <p className="soft">
          <FormattedMessage
            id="console.talk.kept"
            defaultMessage="{name} finds it on their own page too."
            values={{ name: <bdi>{face.short}</bdi> }}
          />{' '}
          {last && last.nextOn !== null && (
            <FormattedMessage
              id="console.talk.next"
              defaultMessage="The next one-to-one is on {day}."
              values={{ day: <PlainDay day={last.nextOn} /> }}
            />
          )}
        </p>
      </div>
    </Page>
  )
}

export function Talk({ answer, talks }: TalkProps) {
  const say = useSay()
  const client = useQueryClient()
  const ageWords = useAgeWords()
  const now = useFeedNow(lookEveryMs)
  const { busy, fault, submit } = useSubmit()
  const { id: person, face } = answer.who
  const book = useTalkBook(person)
  const draft = useDraft(`one-to-one:${person}`, Draft, notStarted)
  const [ended, setEnded] = useState<number | null>(null)
  const { startedAt, nextOn } = draft.value
  const isStarted = startedAt > 0
  const { set } = draft
  useEffect(() => {
    if (isStarted || ended !== null) return
    const at = feedNow()
    set({ id: newUuid(), startedAt: at, nextOn: dayOf(at + usualDaysBetween * dayMs) })
  }, [isStarted, ended, set])
  if (ended !== null) return <Ended answer={answer} talks={talks} startedAt={ended} />
  const since = isStarted ? startedAt : now
  const isOfNow = ({ at }: { readonly at: number }) => at >= since
  const last = talks.oneToOnes[0]
  const hasBoards = answer.boards.length > 0
  const later = hasBoards ? 1 : 0
  const end = () =>
    void submit(async () => {
      await changeTalks(client, person, {
        do: 'end',
        talk: { id: draft.value.id, startedAt, nextOn: nextOn === '' ? null : nextOn },
      })
      await client.invalidateQueries({ queryKey: coachingListQuery.queryKey, exact: true })
      setEnded(startedAt)
      draft.forget()
    })
  return (
    <Page
      title={face.name}
      over={<WayBack person={person} name={face.name} />}
      headline={
        <span className="coached">
          <Face of={face} size="large" />
          <span className="coached-words">
            <span>
              <FormattedMessage
                id="console.talk.title"
                defaultMessage="One-to-one with {name}"
                values={{ name: <bdi>{face.short}</bdi> }}
              />
            </span>
            <span className="coached-about soft">
              <FormattedDate value={now} weekday="long" month="long" day="numeric" />
              {' · '}
              {last ? (
                <FormattedMessage
                  id="console.talk.last"
                  defaultMessage="the last one was {age} ago"
                  values={{ age: ageWords(now - last.at) }}
                />
              ) : (
                <FormattedMessage id="console.talk.first" defaultMessage="the first one here" />
              )}
            </span>
          </span>
        </span>
      }
    >
      <div className="talk-page">
        <Part
          nth={1}
          title={<FormattedMessage id="console.talk.from-last" defaultMessage="Kept from last time" />}
        >
          <FromLastTime answer={answer} talks={talks} startedAt={since} />
        </Part>
        <PointCard answer={answer} isSelf={false} />
        {hasBoards && (
          <Part
            nth={2}
            title={<FormattedMessage id="console.talk.boards" defaultMessage="Look at together" />}
          >
            <OneToOneBoards boards={answer.boards} />
          </Part>
        )}
        <Part
          nth={later + 2}
          title={<FormattedMessage id="console.talk.about" defaultMessage="Talk about it" />}
        >
          <Suggestion answer={answer} />
        </Part>
        <Part nth={later + 3} title={<FormattedMessage id="console.talk.agree" defaultMessage="Agree" />}>
          <ActionList actions={talks.actions.filter(isOfNow)} person={person} mayCoach={talks.mayCoach} />
          <ActionForm answer={answer} />
        </Part>
        <Part nth={later + 4} title={<FormattedMessage id="console.talk.notes" defaultMessage="Notes" />}>
          <NoteList notes={talks.notes.filter(isOfNow)} book={book} mayErase={talks.mayErase} />
          <NoteForm book={book} />
        </Part>
        <Card>
          <div className="talk-end">
            <TextField
              label={say({ id: 'console.talk.next-on', defaultMessage: 'The next one on' })}
              type="date"
              value={nextOn}
              onChange={(value) => set({ nextOn: value })}
            />
            <Button look="primary" size="large" isDisabled={busy} onPress={end}>
              <FormattedMessage id="console.talk.end" defaultMessage="End the one-to-one" />
            </Button>
          </div>
          {fault !== null && <Notice tone="bad">{fault}</Notice>}
        </Card>
      </div>
    </Page>
  )
}

export function OneToOnePage() {
  const { person } = useParams({ from: '/inside/coaching/$person/one-to-one' })
  const { data: answer, error } = useQuery(coachingQuery(person))
  const { data: talks } = useQuery(talksQuery(person))
  if (!answer && error instanceof ApiFailure) return <NotHere error={error} />
  return answer && talks ? <Talk key={person} answer={answer} talks={talks} /> : <Loading />
}
