// Other programs that send by themselves: each with its address, what came last, and what is made of it.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight, Plus, Webhook } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { InboundAnswer, InboundSource } from '../../../../shared/wire/inbound.ts'
import { useEdit, useFloor } from '../../api/floor-edits.tsx'
import { inboundQuery } from '../../api/inbound.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { CopyLine } from '../../kit/copy-line.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { Deliveries } from './deliveries.tsx'
import { MappingCard } from './mapping-card.tsx'
import { NewSourceDialog } from './new-source-dialog.tsx'
import { useProofWords } from './proof-words.ts'
import { SecretDialog } from './secret-dialog.tsx'
import './inbound.css'

type Listed = InboundAnswer['sources'][number]

function LastWords({ lastAt }: Pick<Listed, 'lastAt'>) {
  const age = useAgeWords()
  return lastAt === null ? (
    <FormattedMessage id="console.inbound.last.none" defaultMessage="nothing has come yet" />
  ) : (
    <FormattedMessage
      id="console.inbound.last"
      defaultMessage="last delivery {age} ago"
      values={{ age: age(Date.now() - lastAt) }}
    />
  )
}

export function Inbound() {
  const say = useSay()
  const router = useRouter()
  const proofWords = useProofWords()
  const file = useFloor()?.file
  const listed = useQuery(inboundQuery).data?.sources
  const [making, setMaking] = useState(false)
  if (!file || !listed) return <Loading />
  const title = say({ id: 'console.nav.inbound', defaultMessage: 'Webhooks' })
  const add = (
    <Button look="primary" icon={<Plus aria-hidden="true" />} onPress={() => setMaking(true)}>
      <FormattedMessage id="console.inbound.new" defaultMessage="New webhook" />
    </Button>
  )
  return (
    <Page
      over={title}
      title={title}
      headline={
        <FormattedMessage
          id="console.inbound.headline"
          defaultMessage="{count, plural, =0 {No program sends by itself} one {One program sends by itself} other {# programs send by themselves}}"
          values={{ count: file.inbound.length }}
        />
      }
      actions={file.inbound.length > 0 && add}
    >
      {file.inbound.length === 0 ? (
        <Empty
          icon={<Webhook aria-hidden="true" />}
          title={
            <FormattedMessage
              id="console.inbound.none"
              defaultMessage="Whatever can send to an address can feed the floor"
            />
          }
          action={add}
        >
          <FormattedMessage
            id="console.inbound.none.note"
            defaultMessage="Zapier, Make, a CRM that is not listed, a script: each gets an address here, and a form says what its fields mean."
          />
        </Empty>
      ) : (
        <Card flush>
          <ul className="lines inbound-list">
            {file.inbound.map(({ id, name, proof, mapping }) => {
              const known = listed.find((each) => each.id === id)
              return (
                <li key={id}>
                  <Link to="/webhooks/$source" params={{ source: id }} className="line" preload="intent">
                    <div className="grow">
                      <h2 dir="auto">{name}</h2>
                      <p className="soft small">
                        {proofWords(proof.kind).name} · <LastWords lastAt={known?.lastAt ?? null} />
                      </p>
                      {known?.hasSecret === false && (
                        <p className="small bad-word">
                          <FormattedMessage
                            id="console.inbound.no-secret"
                            defaultMessage="It has no address yet."
                          />
                        </p>
                      )}
                      {known?.hasSecret === true && mapping === undefined && (
                        <p className="small bad-word">
                          <FormattedMessage
                            id="console.inbound.no-mapping"
                            defaultMessage="Nothing says yet what its deliveries mean."
                          />
                        </p>
                      )}
                    </div>
                    <ChevronRight aria-hidden="true" />
                  </Link>
                </li>
              )
            })}
          </ul>
        </Card>
      )}
      {making && (
        <NewSourceDialog
          taken={file.inbound.map(({ id }) => id)}
          onMade={(id) => void router.navigate({ to: '/webhooks/$source', params: { source: id } })}
          onClose={() => setMaking(false)}
        />
      )}
    </Page>
  )
}

function SourcePage({
  source,
  currency,
  known,
}: {
  readonly source: InboundSource
  readonly currency: string
  readonly known: Listed | undefined
}) {
  const say = useSay()
  const edit = useEdit()
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [sample, setSample] = useState('')
  const { id, name, proof } = source
  const remove = async () => {
    const outcome = await edit(
      [{ do: 'remove', list: 'inbound', id, everywhere: false }],
      say(
        { id: 'console.inbound.removed', defaultMessage: '“{name}” may send no more. What it sent stays.' },
        { name },
      ),
    )
    if (outcome.ok) void router.navigate({ to: '/webhooks' })
  }
  return (
    <Page
      over={
        <Link to="/webhooks" className="inbound-back">
          <ChevronLeft aria-hidden="true" />
          {say({ id: 'console.nav.inbound', defaultMessage: 'Webhooks' })}
        </Link>
      }
      title={name}
      headline={<span dir="auto">{name}</span>}
      actions={
        <Button look="danger" onPress={() => void remove()}>
          <FormattedMessage id="console.rule.remove" defaultMessage="Remove" />
        </Button>
      }
    >
      <Card
        title={<FormattedMessage id="console.inbound.address" defaultMessage="Its address" />}
        note={
          <Button size="small" onPress={() => setAsking(true)}>
            {known?.hasSecret ? (
              <FormattedMessage id="console.inbound.secret.new" defaultMessage="New secret" />
            ) : (
              <FormattedMessage id="console.inbound.secret.first" defaultMessage="Make its address" />
            )}
          </Button>
        }
      >
        <div className="form">
          {known?.hasSecret === false ? (
            <p className="soft">
              <FormattedMessage
                id="console.inbound.secret.none"
                defaultMessage="Nothing can come before it has one. It is shown once, to be put into the program that sends."
              />
            </p>
          ) : proof.kind === 'address' ? (
            <p className="soft">
              <FormattedMessage
                id="console.inbound.address.shown"
                defaultMessage="{address} and what was shown when it was made. Whoever lost it makes a new one."
                values={{ address: <bdi dir="ltr">{known?.address.replace('…', '')}</bdi> }}
              />
            </p>
          ) : (
            <CopyLine
              label={say({ id: 'console.inbound.address.to', defaultMessage: 'Address to send to' })}
              value={known?.address ?? ''}
            />
          )}
          {known && known.turnedAway.count > 0 && (
            <Notice tone="warn">
              <FormattedMessage
                id="console.inbound.turned-away"
                defaultMessage="{count, plural, one {One delivery was} other {# deliveries were}} turned away since the feed started. The last one: {why}."
                values={{ count: known.turnedAway.count, why: known.turnedAway.why }}
              />
            </Notice>
          )}
        </div>
      </Card>
      <MappingCard
        key={JSON.stringify(source.mapping ?? null)}
        source={source}
        currency={currency}
        sample={sample}
        onSample={setSample}
      />
      <Deliveries source={id} onTry={setSample} />
      {asking && (
        <SecretDialog
          source={id}
          proof={proof.kind}
          replaces={known?.hasSecret === true}
          onClose={() => setAsking(false)}
        />
      )}
    </Page>
  )
}

export function OneInbound() {
  const params: { source?: string } = useParams({ strict: false })
  const file = useFloor()?.file
  const listed = useQuery(inboundQuery).data?.sources
  if (!file || !listed) return <Loading />
  const source = file.inbound.find(({ id }) => id === params.source)
  if (!source)
    return (
      <Empty
        title={
          <FormattedMessage
            id="console.inbound.gone"
            defaultMessage="There is no webhook of that name any more."
          />
        }
      />
    )
  return (
    <SourcePage
      key={source.id}
      source={source}
      currency={file.floor.currency}
      known={listed.find(({ id }) => id === source.id)}
    />
  )
}
