// Spiffs: for managers what runs, what waits and what is spent; for everybody what they earned by helping.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Coins, Download, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { SpiffPhase, SpiffShown, SpiffsAnswer } from '../../../../shared/wire/spiffs.ts'
import { useMay } from '../../api/queries.ts'
import { spiffPayoutsAddress, spiffsQuery } from '../../api/spiffs.ts'
import { ButtonLink } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { Tag } from '../../kit/tag.tsx'
import { useSay } from '../../words/words.tsx'
import { BudgetBar } from './budget-bar.tsx'
import { OwnSpiffLines } from './own-spiff-lines.tsx'
import { useSpiffWords } from './use-spiff-words.ts'
import './spiffs.css'

interface OneProps {
  readonly of: SpiffShown
  readonly currency: string
  /** Whether it has a page for whoever looks. */
  readonly isOpen: boolean
}

function One({ of, currency, isOpen }: OneProps) {
  const words = useSpiffWords(currency)
  const { spiff, phase, who, sums } = of
  return (
    <li className="line">
      <div className="grow spiff-card-line">
        <div className="spiff-top">
          <h3>
            {isOpen ? (
              <Link to="/spiffs/$spiff" params={{ spiff: spiff.id }}>
                <bdi>{spiff.name}</bdi>
              </Link>
            ) : (
              <bdi>{spiff.name}</bdi>
            )}
          </h3>
          <span className="soft small">
            {words.phase(phase)} · {words.when(spiff)}
          </span>
        </div>
        <p>{words.pays(of)}</p>
        {who !== null && (
          <p className="soft small" dir="auto">
            {who}
          </p>
        )}
        {sums === null ? (
          <p className="soft small">{words.caps(spiff).join(' ')}</p>
        ) : (
          phase !== 'draft' && <BudgetBar of={sums} currency={currency} />
        )}
        {sums !== null && sums.yours > 0 && (
          <Tag tone="output">
            <FormattedMessage
              id="console.spiff.yours"
              defaultMessage="{count, plural, one {One waits} other {# wait}} for you"
              values={{ count: sums.yours }}
            />
          </Tag>
        )}
      </div>
    </li>
  )
}

interface GroupProps extends Omit<OneProps, 'of'> {
  readonly title: ReactNode
  readonly spiffs: readonly SpiffShown[]
  readonly phases: readonly SpiffPhase[]
}

function Group({ title, spiffs, phases, ...rest }: GroupProps) {
  const own = spiffs.filter(({ phase }) => phases.includes(phase))
  if (own.length === 0) return null
  return (
    <Card title={title} note={own.length}>
      <ul className="lines">
        {own.map((each) => (
          <One key={each.spiff.id} of={each} {...rest} />
        ))}
      </ul>
    </Card>
  )
}

function All({ answer }: { readonly answer: SpiffsAnswer }) {
  const say = useSay()
  const may = useMay()
  const { spiffs, own, ownSums, isPerson, currency } = answer
  const words = useSpiffWords(currency)
  const waiting = spiffs.reduce((sum, { sums }) => sum + (sums?.yours ?? 0), 0)
  const shared = { spiffs, currency, isOpen: may.look }
  const add = may.edit && (
    <ButtonLink look="primary" icon={<Plus aria-hidden="true" />} href="/new-spiff">
      <FormattedMessage id="console.spiff.new" defaultMessage="New spiff" />
    </ButtonLink>
  )
  return (
    <Page
      over={<FormattedMessage id="console.nav.spiffs" defaultMessage="Spiffs" />}
      title={say({ id: 'console.nav.spiffs', defaultMessage: 'Spiffs' })}
      headline={
        !may.look ? (
          <FormattedMessage
            id="console.spiff.headline.own"
            defaultMessage="{amount, select, none {What helping pays} other {You earned {amount} by helping}}"
            values={{
              amount: ownSums.approvedMinor === 0 ? 'none' : words.minor(ownSums.approvedMinor),
            }}
          />
        ) : waiting > 0 ? (
          <FormattedMessage
            id="console.spiff.headline.waits"
            defaultMessage="{count, plural, one {One payment waits} other {# payments wait}} for you"
            values={{ count: waiting }}
          />
        ) : (
          <FormattedMessage id="console.spiff.headline.nothing" defaultMessage="Nothing waits for you" />
        )
      }
      actions={
        <>
          {may.look && spiffs.some(({ sums }) => (sums?.approvedMinor ?? 0) > 0) && (
            <a className="button plain usual" href={spiffPayoutsAddress} download>
              <Download aria-hidden="true" />
              <FormattedMessage id="console.spiff.payouts" defaultMessage="What was approved, as a table" />
            </a>
          )}
          {add}
        </>
      }
    >
      {isPerson && <OwnSpiffLines of={answer} />}
      {spiffs.length === 0 && own.length === 0 && (
        <Card>
          <Empty
            icon={<Coins aria-hidden="true" />}
            title={<FormattedMessage id="console.spiff.none" defaultMessage="No spiff yet" />}
            action={add}
          >
            <FormattedMessage
              id="console.spiff.none.note"
              defaultMessage="A few dollars for each time somebody helps a colleague, up to a budget. Whoever was helped says so, and you approve it."
            />
          </Empty>
        </Card>
      )}
      <Group
        {...shared}
        title={<FormattedMessage id="console.spiff.running" defaultMessage="Running" />}
        phases={['running', 'paused']}
      />
      <Group
        {...shared}
        title={<FormattedMessage id="console.spiff.coming" defaultMessage="Coming, and drafts" />}
        phases={['coming', 'draft']}
      />
      <Group
        {...shared}
        title={<FormattedMessage id="console.spiff.over" defaultMessage="Over" />}
        phases={['over', 'ended']}
      />
    </Page>
  )
}

export function Spiffs() {
  const { data } = useQuery(spiffsQuery)
  return data ? <All answer={data} /> : <Loading />
}
