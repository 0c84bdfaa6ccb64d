// One spiff: what it pays, what waits for approval, and what was decided.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { FormattedMessage } from 'react-intl'
import type { SpiffAnswer, SpiffShown } from '../../../../shared/wire/spiffs.ts'
import { useFloor } from '../../api/floor-edits.tsx'
import { useMay } from '../../api/queries.ts'
import { spiffQuery } from '../../api/spiffs.ts'
import { Card } from '../../kit/card.tsx'
import { Loading } from '../../kit/loading.tsx'
import { More } from '../../kit/more.tsx'
import { Page } from '../../kit/page.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { BudgetBar } from './budget-bar.tsx'
import { DueCard } from './due-card.tsx'
import { SpiffActs } from './spiff-acts.tsx'
import { SpiffLine } from './spiff-line.tsx'
import { TriedSpiffCard } from './tried-spiff-card.tsx'
import { useSpiffWords } from './use-spiff-words.ts'
import './spiffs.css'

const few = 8

function Rules({ of, currency }: { readonly of: SpiffShown; readonly currency: string }) {
  const words = useSpiffWords(currency)
  const { spiff, who, sums } = of
  return (
    <Card title={<FormattedMessage id="console.spiff.rules" defaultMessage="What it pays" />}>
      <p>{words.pays(of)}.</p>
      <p className="soft small" dir="auto">
        {words.phase(of.phase)} · {words.when(spiff)}
        {who !== null && ` · ${who}`}
      </p>
      {sums !== null && spiff.state !== 'draft' && <BudgetBar of={sums} currency={currency} />}
      <ul className="soft small spiff-caps">
        {words.caps(spiff).map((cap) => (
          <li key={cap}>{cap}</li>
        ))}
      </ul>
      {spiff.paidBy !== undefined && (
        <p className="soft small">
          <FormattedMessage
            id="console.contest.pays"
            defaultMessage="{who} pays"
            values={{ who: <bdi>{spiff.paidBy}</bdi> }}
          />
        </p>
      )}
    </Card>
  )
}

function Decided({ of: { decided, moreDecided, currency } }: { readonly of: SpiffAnswer }) {
  if (decided.length === 0) return null
  const lines = (from: number, to?: number) => (
    <ul className="lines spiff-lines">
      {decided.slice(from, to).map((line) => (
        <SpiffLine key={line.key} of={line} currency={currency} title={<bdi>{line.person.name}</bdi>} />
      ))}
    </ul>
  )
  return (
    <Card
      title={<FormattedMessage id="console.spiff.done" defaultMessage="Decided" />}
      note={decided.length + moreDecided}
    >
      {lines(0, few)}
      {decided.length > few && (
        <More
          level={2}
          words={
            <FormattedMessage
              id="console.spiff.own.more"
              defaultMessage="{count, plural, one {One more} other {# more}}"
              values={{ count: decided.length - few }}
            />
          }
        >
          {lines(few)}
        </More>
      )}
    </Card>
  )
}

function One({ id, answer }: { readonly id: string; readonly answer: SpiffAnswer }) {
  const may = useMay()
  const file = useFloor()?.file
  const words = useSpiffWords(answer.currency)
  const { shown, name } = answer
  const spiff = file?.spiffs.find((each) => each.id === id)
  const isDraft = shown?.phase === 'draft'
  const waiting = shown?.sums?.yours ?? 0
  return (
    <Page
      over={
        <Link to="/spiffs">
          <FormattedMessage id="console.nav.spiffs" defaultMessage="Spiffs" />
        </Link>
      }
      title={name}
      headline={
        waiting > 0 ? (
          <FormattedMessage
            id="console.spiff.one.waits"
            defaultMessage="{name}: {count, plural, one {one payment waits} other {# payments wait}}"
            values={{ name: <bdi>{name}</bdi>, count: waiting }}
          />
        ) : (
          <FormattedMessage
            id="console.spiff.one.headline"
            defaultMessage="{name} · {phase}"
            values={{ name: <bdi>{name}</bdi>, phase: words.phase(shown?.phase ?? 'ended') }}
          />
        )
      }
      actions={may.edit && spiff && file && <SpiffActs spiff={spiff} file={file} />}
      aside={shown && <Rules of={shown} currency={answer.currency} />}
    >
      {isDraft && may.edit && <TriedSpiffCard spiff={shown.spiff} />}
      {!isDraft && file && <DueCard id={id} of={answer} file={file} />}
      <Decided of={answer} />
    </Page>
  )
}

export function SpiffPage() {
  const { spiff: id = '' } = useParams({ strict: false })
  const { data, isError } = useQuery(spiffQuery(id))
  if (data) return <One key={id} id={id} answer={data} />
  return isError ? <NotFound /> : <Loading />
}
