// One person's chain and plan: where to coach, on what it rests, and what would come of changing it.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { EyeOff, GitCompareArrows, MessagesSquare } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { coachingQuery } from '../../api/coaching.ts'
import { useMay, useMe } from '../../api/queries.ts'
import { ApiFailure } from '../../api/request.ts'
import { Button, ButtonLink } from '../../kit/button.tsx'
import { Face } from '../../kit/face.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { Agenda } from './agenda.tsx'
import { Chain } from './chain.tsx'
import { metricOf } from './figures.ts'
import { FourFigures } from './four-figures.tsx'
import { Moved } from './moved.tsx'
import { NotHere, WayBack } from './not-here.tsx'
import { PlanVersions } from './plan-versions.tsx'
import { noPlanWords } from './plan-words.ts'
import { PointCard } from './point-card.tsx'
import { TalksCard } from './talks-card.tsx'
import { WhatIf } from './what-if.tsx'
import { planOf } from './what-if-sums.ts'
import './coach-person.css'

/** Why there is no plan, and what is wrong with what was logged. */
function Notices({ answer }: { readonly answer: CoachingAnswer }) {
  const say = useSay()
  const { none, metrics, unlogged } = answer
  const why = none && noPlanWords(say, metrics, none)
  return (
    <>
      {why && (
        <Notice tone="warn" title={why.title}>
          <p>{why.note}</p>
        </Notice>
      )}
      {unlogged.length > 0 && (
        <Notice
          tone="warn"
          title={
            <FormattedMessage
              id="console.coaching.unlogged"
              defaultMessage="Not logged: {steps}"
              values={{
                steps: unlogged.map((id) => metricOf(metrics, id)?.name ?? id).join(', '),
              }}
            />
          }
        >
          <p>
            <FormattedMessage
              id="console.coaching.unlogged.note"
              defaultMessage="There is something of the step after it and nothing of it. Its rate says nothing until it is logged."
            />
          </p>
        </Notice>
      )}
    </>
  )
}

interface CoachedProps {
  readonly answer: CoachingAnswer
  readonly isSelf: boolean
}

export function Coached({ answer, isSelf }: CoachedProps) {
  const may = useMay()
  const { who, window, live } = answer
  const plan = planOf(answer)
  const [isCompared, setCompared] = useState(false)
  const asides: ReactNode[] = [
    <TalksCard key="talks" answer={answer} />,
    ...(isSelf ? [] : [<Agenda key="agenda" answer={answer} />]),
    ...(plan && live && live.days > 0
      ? [<WhatIf key="what-if" answer={answer} plan={plan} live={live} />]
      : []),
  ]
  return (
    <Page
      title={who.face.name}
      over={may.edit && <WayBack />}
      headline={
        <span className="coached">
          <Face of={who.face} size="large" />
          <span className="coached-words">
            <bdi>{who.face.name}</bdi>
            <span className="coached-about soft">
              {[who.role, who.team, window.label, window.progress].filter(Boolean).join(' · ')}
            </span>
          </span>
        </span>
      }
      actions={
        <>
          <p className="soft small coached-private">
            <EyeOff aria-hidden="true" />
            {isSelf ? (
              <FormattedMessage
                id="console.coaching.private.self"
                defaultMessage="Only you, your managers and the admins see this"
              />
            ) : (
              <FormattedMessage
                id="console.coaching.private"
                defaultMessage="Only {name}, their managers and the admins see this"
                values={{ name: who.face.short }}
              />
            )}
          </p>
          {answer.last && (
            <Button
              icon={<GitCompareArrows aria-hidden="true" />}
              onPress={() => setCompared(!isCompared)}
              aria-pressed={isCompared}
            >
              {isCompared ? (
                <FormattedMessage id="console.coaching.this-period" defaultMessage="This period alone" />
              ) : (
                <FormattedMessage
                  id="console.coaching.compare"
                  defaultMessage="Compare with {window}"
                  values={{ window: answer.last.label }}
                />
              )}
            </Button>
          )}
          {answer.mayPlan && !isSelf && (
            <ButtonLink
              href={`/coaching/${encodeURIComponent(who.id)}/one-to-one`}
              look="primary"
              icon={<MessagesSquare aria-hidden="true" />}
            >
              <FormattedMessage id="console.talk.start" defaultMessage="Start the one-to-one" />
            </ButtonLink>
          )}
        </>
      }
      aside={asides}
    >
      <Moved answer={answer} />
      <Notices answer={answer} />
      <PointCard answer={answer} isSelf={isSelf} />
      <Chain answer={answer} isCompared={isCompared} />
      <FourFigures answer={answer} />
      <PlanVersions answer={answer} />
    </Page>
  )
}

export function CoachPerson() {
  const { person } = useParams({ from: '/inside/coaching/$person' })
  const me = useMe()
  const { data: answer, error } = useQuery(coachingQuery(person))
  if (answer) return <Coached answer={answer} isSelf={me?.account?.person === person} />
  if (error instanceof ApiFailure) return <NotHere error={error} />
  return <Loading />
}
