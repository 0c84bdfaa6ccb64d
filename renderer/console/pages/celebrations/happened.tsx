// What took over, newest first: on which screens, for how long, with sound or without; and what leaders wrote.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { PartyPopper } from 'lucide-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl'
import type { Celebration, ShownOn } from '../../../../shared/wire/celebrations/api.ts'
import { actOnCelebration, answeredQuery, celebrationsQuery } from '../../api/celebrations.ts'
import { useMay, useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { More } from '../../kit/more.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { useSoundWords, useStateWords } from './state-words.ts'
import { WordDialog } from './word-dialog.tsx'

function Screens({ shownOn }: { readonly shownOn: readonly ShownOn[] }) {
  const soundWords = useSoundWords()
  if (shownOn.length === 0) return null
  return (
    <More
      level={3}
      words={
        <FormattedMessage
          id="console.celebrate.shown-on"
          defaultMessage="{count, plural, one {Shown on one screen} other {Shown on # screens}}"
          values={{ count: shownOn.length }}
        />
      }
    >
      <ul>
        {shownOn.map(({ screen, name, shownMs, lateMs, sound }) => (
          <li key={screen} className="soft small">
            <FormattedMessage
              id="console.celebrate.shown-line"
              defaultMessage="{name}: {seconds} s, {late} ms after the start, {sound}"
              values={{
                name: <b dir="auto">{name}</b>,
                seconds: <FormattedNumber value={shownMs / 1000} maximumFractionDigits={1} />,
                late: <FormattedNumber value={lateMs} maximumFractionDigits={0} />,
                sound: soundWords(sound),
              }}
            />
          </li>
        ))}
      </ul>
    </More>
  )
}

function Row({ celebration }: { readonly celebration: Celebration }) {
  const say = useSay()
  const act = useAct()
  const may = useMay()
  const me = useMe()
  const client = useQueryClient()
  const stateWords = useStateWords()
  const [writing, setWriting] = useState(false)
  const { id, title, names, about, state, startsAt, decidedAt, why, by, shownOn, words } = celebration
  const begun = startsAt !== null
  const goesOn = state === 'waiting' || state === 'showing'
  const mayWrite = me?.may.seeLeadership === true && state !== 'cancelled' && state !== 'taken back'
  const run = (what: 'cancel' | 'replay') =>
    void act(async () => {
      await actOnCelebration(id, what)
      await client.invalidateQueries({ queryKey: celebrationsQuery.queryKey })
      return what === 'cancel'
        ? say({ id: 'console.celebrate.cancelled', defaultMessage: 'It is off.' })
        : say({ id: 'console.celebrate.replayed', defaultMessage: 'It plays again.' })
    })
  return (
    <li className="line celebration">
      <div className="grow">
        <h3>
          <span className="celebration-title">{title}</span> <span dir="auto">{names.join(', ')}</span>
        </h3>
        {about !== '' && (
          <p className="soft" dir="auto">
            {about}
          </p>
        )}
        <p className="soft small">
          <span className="celebration-state" data-state={state}>
            {stateWords(state)}
          </span>
          {' · '}
          <FormattedDate value={begun ? startsAt : decidedAt} dateStyle="medium" timeStyle="medium" />
          {by !== null && <> · {by}</>}
          {why !== null && <> · {why}</>}
        </p>
        <Screens shownOn={shownOn} />
        {words.map((word) => (
          <blockquote key={`${word.from.name}:${word.at}`} className="celebration-word">
            <p dir="auto">{word.text}</p>
            <footer className="soft small" dir="auto">
              {word.title === null ? word.from.name : `${word.from.name}, ${word.title}`}
            </footer>
          </blockquote>
        ))}
      </div>
      <div className="celebration-actions">
        {mayWrite && (
          <Button size="small" onPress={() => setWriting(true)}>
            <FormattedMessage id="console.celebrate.write" defaultMessage="Say well done" />
          </Button>
        )}
        {may.control && goesOn && (
          <Button size="small" look="danger" onPress={() => run('cancel')}>
            <FormattedMessage id="console.celebrate.cancel" defaultMessage="Call it off" />
          </Button>
        )}
        {may.control && !goesOn && state !== 'taken back' && (
          <Button size="small" onPress={() => run('replay')}>
            <FormattedMessage id="console.celebrate.replay" defaultMessage="Play again" />
          </Button>
        )}
      </div>
      {writing && <WordDialog celebration={celebration} onClose={() => setWriting(false)} />}
    </li>
  )
}

/** Of the last month. Nothing where nobody was told of anything. */
function Answered() {
  const { data } = useQuery(answeredQuery)
  if (!data || data.share === null) return null
  return (
    <FormattedMessage
      id="console.celebrate.answered"
      defaultMessage="Leaders answered {share} of {told} within {hours, number} hours"
      values={{
        share: <FormattedNumber value={data.share} style="percent" />,
        told: data.told,
        hours: data.withinHours,
      }}
    />
  )
}

export function Happened({ celebrations }: { readonly celebrations: readonly Celebration[] }) {
  if (celebrations.length === 0)
    return (
      <Empty
        icon={<PartyPopper aria-hidden="true" />}
        title={
          <FormattedMessage
            id="console.celebrate.none"
            defaultMessage="The wall will light up when something is worth it"
          />
        }
      >
        <FormattedMessage
          id="console.celebrate.none.note"
          defaultMessage="Say under “What is celebrated” which deals and goals take over the screens, or celebrate somebody by hand."
        />
      </Empty>
    )
  return (
    <Card note={<Answered />}>
      <ul className="lines">
        {celebrations.map((celebration) => (
          <Row key={celebration.id} celebration={celebration} />
        ))}
      </ul>
    </Card>
  )
}
