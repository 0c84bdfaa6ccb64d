// What the two of them wrote down: agreed actions, notes, and when they last sat together.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import type { TalksAnswer } from '../../../../shared/wire/coaching-talks.ts'
import { eraseTalks, talksQuery } from '../../api/talks.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { More } from '../../kit/more.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { PlainDay } from '../agreed/plain-day.tsx'
import { ActionForm } from './action-form.tsx'
import { ActionList } from './action-list.tsx'
import { NoteForm, useTalkBook } from './note-form.tsx'
import { NoteList } from './note-list.tsx'
import './talks.css'

/** More notes are opened by those who look for them. */
const shownNotes = 3

/** Asks before all of it is gone. */
function EraseAll({ answer }: { readonly answer: CoachingAnswer }) {
  const say = useSay()
  const client = useQueryClient()
  const act = useAct()
  const [isAsked, setAsked] = useState(false)
  const { id, face } = answer.who
  const erase = () => {
    setAsked(false)
    void act(async () => {
      await eraseTalks(client, id)
      return say({ id: 'console.talks.erased', defaultMessage: 'All of it is gone from the disk.' })
    })
  }
  return (
    <>
      <Button look="quiet" size="small" onPress={() => setAsked(true)}>
        <FormattedMessage id="console.talks.erase" defaultMessage="Erase all of it…" />
      </Button>
      <Dialog
        alert
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        width="narrow"
        title={say(
          { id: 'console.talks.erase.title', defaultMessage: 'Erase all that is written about {name}?' },
          { name: face.short },
        )}
        actions={
          <>
            <Button onPress={() => setAsked(false)}>
              <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
            </Button>
            <Button look="danger" onPress={erase}>
              <FormattedMessage id="console.talks.erase.do" defaultMessage="Erase it" />
            </Button>
          </>
        }
      >
        <p>
          <FormattedMessage
            id="console.talks.erase.note"
            defaultMessage="Notes, agreed actions and the dates of one-to-ones go from the disk, for everybody. It cannot be undone. The plan and the numbers stay."
          />
        </p>
      </Dialog>
    </>
  )
}

function LastTalk({ talks: { oneToOnes } }: { readonly talks: TalksAnswer }) {
  const [last] = oneToOnes
  if (!last) return null
  return (
    <p className="soft small">
      <FormattedMessage
        id="console.talks.last"
        defaultMessage="Last one-to-one on {day}"
        values={{ day: <FormattedDate value={last.at} weekday="short" month="short" day="numeric" /> }}
      />
      {last.nextOn !== null && (
        <>
          {' · '}
          <FormattedMessage
            id="console.talks.next"
            defaultMessage="next on {day}"
            values={{ day: <PlainDay day={last.nextOn} /> }}
          />
        </>
      )}
    </p>
  )
}

export function TalksCard({ answer }: { readonly answer: CoachingAnswer }) {
  const person = answer.who.id
  const { data: talks } = useQuery({ ...talksQuery(person), retry: false })
  const book = useTalkBook(person)
  if (!talks) return null
  const open = talks.actions.filter(({ done }) => done === null)
  const done = talks.actions.filter((action) => action.done !== null)
  const isEmpty = talks.notes.length + talks.actions.length + talks.oneToOnes.length === 0
  const [newest, older] = [talks.notes.slice(0, shownNotes), talks.notes.slice(shownNotes)]
  return (
    <Card title={<FormattedMessage id="console.talks.title" defaultMessage="What you agreed" />}>
      <div className="talks">
        <LastTalk talks={talks} />
        {isEmpty && (
          <p className="soft small">
            <FormattedMessage
              id="console.talks.empty"
              defaultMessage="Nothing is written down yet. Agree on one thing to try about a step: what became of the step since then is told here."
            />
          </p>
        )}
        <ActionList actions={open} person={person} mayCoach={talks.mayCoach} />
        <ActionForm answer={answer} />
        {done.length > 0 && (
          <More
            level={3}
            words={
              <FormattedMessage
                id="console.talks.done"
                defaultMessage="{count, plural, one {# done} other {# done}}"
                values={{ count: done.length }}
              />
            }
          >
            <ActionList actions={done} person={person} mayCoach={talks.mayCoach} />
          </More>
        )}
        <NoteForm book={book} />
        <NoteList notes={newest} book={book} mayErase={talks.mayErase} />
        {older.length > 0 && (
          <More
            level={3}
            words={
              <FormattedMessage
                id="console.talks.older"
                defaultMessage="{count, plural, one {# older note} other {# older notes}}"
                values={{ count: older.length }}
              />
            }
          >
            <NoteList notes={older} book={book} mayErase={talks.mayErase} />
          </More>
        )}
        {talks.mayErase && !isEmpty && <EraseAll answer={answer} />}
      </div>
    </Card>
  )
}
