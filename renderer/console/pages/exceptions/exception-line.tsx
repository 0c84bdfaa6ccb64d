// One exception: whose it is, why, since when, how often it was there, who wrote, and what can be done about it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { BellOff, CircleHelp, Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage } from 'react-intl'
import type { ExceptionEntry } from '../../../../shared/wire/exceptions.ts'
import { exceptionsQuery, setAside } from '../../api/exceptions.ts'
import { feedNow, useFeedNow } from '../../api/feed-time.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { Button } from '../../kit/button.tsx'
import { Face } from '../../kit/face.tsx'
import { MenuButton } from '../../kit/menu.tsx'
import { More } from '../../kit/more.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { useFloorFormat } from '../coaching/use-floor-format.ts'
import { NoteLine, Notes } from './notes.tsx'
import { WriteDialog } from './write-dialog.tsx'

const dayMs = 86_400_000
const minuteMs = 60_000

const spans = [1, 3, 7, 28] as const

function Whose({ of }: { readonly of: ExceptionEntry }) {
  const { subject, ownerName, teamName, amount, account, title } = of
  const format = useFloorFormat()
  const parts = [
    ...(subject.kind === 'deal' ? [ownerName] : []),
    // Most deals are called after their account.
    ...(account !== null && !title.includes(account) ? [account] : []),
    ...(amount === null ? [] : [format.value(amount, 'money')]),
    ...(teamName === null ? [] : [teamName]),
  ]
  return (
    <p className="soft small">
      {parts.map((part, index) => (
        <span key={part}>
          {index > 0 && ' · '}
          <bdi>{part}</bdi>
        </span>
      ))}
    </p>
  )
}

/** Why nobody can write; null where one can. */
function NoWay({ of: { owner, hasLeft, mails, slack } }: { readonly of: ExceptionEntry }) {
  const mail = useQuery(exceptionsQuery).data?.mail
  if (mails || slack !== null) return null
  return (
    <p className="soft small">
      {hasLeft ? (
        <FormattedMessage
          id="console.exceptions.left"
          defaultMessage="Works here no more: give it to somebody else."
        />
      ) : owner === null ? (
        <FormattedMessage
          id="console.exceptions.nobody"
          defaultMessage="The floor knows nobody of this name."
        />
      ) : mail !== 'nowhere' ? (
        <FormattedMessage
          id="console.exceptions.no-address"
          defaultMessage="No mail address of theirs is known: add it to their aliases."
        />
      ) : (
        <FormattedMessage
          id="console.exceptions.no-mail"
          defaultMessage="The feed sends no mail yet, so nobody can write from here."
        />
      )}
    </p>
  )
}

function Tags({ of: { nth }, isNew }: { readonly of: ExceptionEntry; readonly isNew: boolean }) {
  if (nth === 1 && !isNew) return null
  return (
    <span className="tags">
      {isNew && (
        <Tag tone="output">
          <FormattedMessage id="console.exceptions.new" defaultMessage="New" />
        </Tag>
      )}
      {nth > 1 && (
        <Tag tone="private">
          <FormattedMessage
            id="console.exceptions.came-back"
            defaultMessage="Came back, {nth, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} time"
            values={{ nth }}
          />
        </Tag>
      )}
    </span>
  )
}

function useSnooze({ id, snoozes }: ExceptionEntry) {
  const say = useSay()
  const act = useAct()
  const client = useQueryClient()
  return (until: number | null) =>
    void act(async () => {
      try {
        await setAside({ episode: id, over: snoozes, until })
      } finally {
        await client.invalidateQueries({ queryKey: exceptionsQuery.queryKey })
      }
      return until === null
        ? say({ id: 'console.exceptions.taken-up', defaultMessage: 'It is on the list again.' })
        : say({ id: 'console.exceptions.set-aside', defaultMessage: 'It is set aside until then.' })
    })
}

function Actions({ entry }: { readonly entry: ExceptionEntry }) {
  const say = useSay()
  const [writing, setWriting] = useState(false)
  const snooze = useSnooze(entry)
  const { mails, slack, snoozed, title } = entry
  return (
    <span className="exception-actions">
      {(mails || slack !== null) && (
        <Button
          size="small"
          onPress={() => setWriting(true)}
          aria-label={say(
            {
              id: 'console.exceptions.write.about',
              defaultMessage: 'Write to {name} about {title}',
            },
            { name: entry.ownerName, title },
          )}
        >
          <FormattedMessage id="console.exceptions.write" defaultMessage="Write" />
        </Button>
      )}
      {snoozed === null ? (
        <MenuButton
          look="quiet"
          icon={<Ellipsis />}
          label={say({ id: 'console.exceptions.more', defaultMessage: 'Set aside: {title}' }, { title })}
          actions={spans.map((days) => ({
            id: String(days),
            icon: <BellOff />,
            name: say(
              {
                id: 'console.exceptions.snooze',
                defaultMessage:
                  'Set aside for {days, plural, one {a day} =3 {three days} =7 {a week} other {four weeks}}',
              },
              { days },
            ),
            onAction: () => snooze(feedNow() + days * dayMs),
          }))}
        />
      ) : (
        <Button size="small" onPress={() => snooze(null)}>
          <FormattedMessage id="console.exceptions.take-up" defaultMessage="Take up again" />
        </Button>
      )}
      {writing && <WriteDialog entry={entry} onClose={() => setWriting(false)} />}
    </span>
  )
}

interface ExceptionLineProps {
  readonly entry: ExceptionEntry
  readonly isNew: boolean
}

export function ExceptionLine({ entry, isNew }: ExceptionLineProps) {
  const now = useFeedNow(minuteMs)
  const ageWords = useAgeWords()
  const { face, title, says, since, snoozed, notes } = entry
  const last = notes.at(-1)
  return (
    <li className="exception">
      {face ? (
        <Face of={face} />
      ) : (
        <span className="face exception-nobody" aria-hidden="true">
          <CircleHelp />
        </span>
      )}
      <div className="exception-what">
        <div className="exception-head">
          <h3>
            <bdi>{title}</bdi>
          </h3>
          <Tags of={entry} isNew={isNew} />
        </div>
        <p dir="auto">{says}</p>
        <Whose of={entry} />
        {snoozed !== null && (
          <p className="small soft">
            <FormattedMessage
              id="console.exceptions.snoozed"
              defaultMessage="{name} set it aside until {until}"
              values={{
                name: <bdi>{snoozed.name}</bdi>,
                until: <FormattedDate value={snoozed.until} dateStyle="medium" />,
              }}
            />
          </p>
        )}
        <NoWay of={entry} />
        {last && (
          <More level={3} words={<NoteLine of={last} />}>
            <Notes of={notes} />
          </More>
        )}
      </div>
      <span className="exception-since figures">
        <FormattedMessage
          id="console.exceptions.since"
          defaultMessage="off for {age}"
          values={{ age: <b>{ageWords(Math.max(0, now - since))}</b> }}
        />
      </span>
      <Actions entry={entry} />
    </li>
  )
}
