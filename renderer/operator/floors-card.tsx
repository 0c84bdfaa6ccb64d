import { Building2, Download, Gauge, MoreHorizontal, SearchX, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { OperatorFloor, OperatorOverview } from '../../shared/wire/operator.ts'
import { useAgeWords } from '../console/kit/age-words.ts'
import { Button } from '../console/kit/button.tsx'
import { Card } from '../console/kit/card.tsx'
import { Empty } from '../console/kit/empty.tsx'
import { MenuButton } from '../console/kit/menu.tsx'
import { useSay } from '../console/words/words.tsx'
import { ChangeLimits, RemoveFloor } from './change-floor.tsx'
import { type FloorState, floorsFound } from './floor-state.ts'
import { useSizeWords } from './size-words.ts'

/** As many as are there at once, so that the nodes below are still found. */
const few = 12

/** By a link, not by leaving the page: where it fails the browser says so, and this page stays. */
const download = (path: string): void => {
  const link = document.createElement('a')
  link.href = path
  link.download = ''
  link.click()
}

/** From here on a floor is near its limit. */
const nearShare = 0.8

/** A number beside what it may be at most. */
function Against({
  value,
  most,
  words,
}: {
  readonly value: number | null
  readonly most: number | null
  readonly words: (value: number) => string
}) {
  if (value === null) return <span className="soft">–</span>
  if (most === null) return <span className="number">{words(value)}</span>
  const share = value / most
  return (
    <span className="against" data-near={share >= nearShare ? '' : undefined}>
      <span className="number">
        <FormattedMessage
          id="operator.against"
          defaultMessage="{value} of {most}"
          values={{ value: words(value), most: words(most) }}
        />
      </span>
      <meter className="against-bar" min={0} max={1} value={Math.min(1, share)} aria-hidden="true" />
    </span>
  )
}

const toneOf = {
  well: 'well',
  opening: 'calm',
  closed: 'calm',
  nobodys: 'bad',
  silent: 'bad',
  ill: 'bad',
} as const

function State({
  floor: { closed, live },
  state,
}: {
  readonly floor: OperatorFloor
  readonly state: FloorState
}) {
  const say = useSay()
  const words = {
    well: say({ id: 'operator.well', defaultMessage: 'well' }),
    opening: say({ id: 'operator.opening', defaultMessage: 'its node is opening it' }),
    closed: say({ id: 'operator.closed', defaultMessage: 'closed: {why}' }, { why: closed }),
    nobodys: say({ id: 'operator.nobody', defaultMessage: 'no node has it' }),
    silent: say({ id: 'operator.silent', defaultMessage: 'its node does not answer' }),
    ill: live?.why ?? '',
  }
  return (
    <span className="state" data-state={toneOf[state]}>
      {words[state]}
    </span>
  )
}

interface FloorRowProps {
  readonly floor: OperatorFloor
  readonly state: FloorState
  readonly now: number
}

function FloorRow({ floor, state, now }: FloorRowProps) {
  const say = useSay()
  const age = useAgeWords()
  const size = useSizeWords()
  const [asked, setAsked] = useState<'limits' | 'remove' | null>(null)
  const { name, node, facts, bytes, limits, lastAt, live } = floor
  const count = (value: number): string => value.toLocaleString(document.documentElement.lang)
  const heads = {
    node: say({ id: 'operator.node', defaultMessage: 'Node' }),
    tvs: say({ id: 'operator.tvs', defaultMessage: 'TVs' }),
    facts: say({ id: 'operator.facts-a-minute', defaultMessage: 'Facts a minute' }),
    disk: say({ id: 'operator.disk-used', defaultMessage: 'Disk' }),
    last: say({ id: 'operator.last', defaultMessage: 'Since last entry' }),
  }
  return (
    <tr>
      <th scope="row">
        <span className="operator-name">{name}</span>
        <State floor={floor} state={state} />
      </th>
      <td data-head={heads.node}>{node === null ? <span className="soft">–</span> : `#${node.id}`}</td>
      <td data-head={heads.tvs}>
        <Against value={live?.tvs ?? null} most={limits.tvs} words={count} />
      </td>
      <td data-head={heads.facts}>
        <Against value={live?.factsAMinute ?? null} most={limits.factsAMinute} words={count} />
      </td>
      <td data-head={heads.disk}>
        <Against value={bytes} most={limits.bytes} words={size} />
      </td>
      <td data-head={heads.last} className="operator-last">
        {lastAt === null ? (
          <span className="soft">–</span>
        ) : (
          <span className="two">
            <span>{age(Math.max(0, now - lastAt))}</span>
            <span className="soft small">
              <FormattedMessage
                id="operator.facts"
                defaultMessage="{facts, plural, one {# fact} other {# facts}}"
                values={{ facts }}
              />
            </span>
          </span>
        )}
      </td>
      <td className="operator-acts">
        <MenuButton
          look="quiet"
          icon={<MoreHorizontal />}
          label={say({ id: 'operator.more', defaultMessage: 'What can be done with {name}' }, { name })}
          actions={[
            {
              id: 'limits',
              name: say({ id: 'operator.change-limits', defaultMessage: 'Change limits' }),
              icon: <Gauge />,
              onAction: () => setAsked('limits'),
            },
            {
              id: 'backup',
              name: say({ id: 'operator.backup', defaultMessage: 'Download a backup' }),
              icon: <Download />,
              onAction: () => download(`/operator/api/floors/${encodeURIComponent(name)}/backup`),
            },
            {
              id: 'remove',
              name: say({ id: 'operator.remove', defaultMessage: 'Remove the floor' }),
              icon: <Trash2 />,
              danger: true,
              onAction: () => setAsked('remove'),
            },
          ]}
        />
        {asked === 'limits' && <ChangeLimits floor={floor} onClose={() => setAsked(null)} />}
        {asked === 'remove' && <RemoveFloor floor={floor} onClose={() => setAsked(null)} />}
      </td>
    </tr>
  )
}

interface FloorsCardProps {
  readonly overview: OperatorOverview
  /** Of the names that are looked for; empty: all. */
  readonly word: string
}

export function FloorsCard({ overview: { floors, nodes, now }, word }: FloorsCardProps) {
  const [areAllShown, setAllShown] = useState(false)
  const found = floorsFound(floors, nodes, word)
  const shown = areAllShown ? found : found.slice(0, few)
  if (floors.length === 0)
    return (
      <Card>
        <Empty
          icon={<Building2 aria-hidden="true" />}
          title={
            <FormattedMessage
              id="operator.none"
              defaultMessage="A floor is a host name with people, TVs and numbers of its own"
            />
          }
        >
          <FormattedMessage
            id="operator.none-note"
            defaultMessage="Make one, let its name lead to these nodes, and send the address that you get to its first admin."
          />
        </Empty>
      </Card>
    )
  if (found.length === 0)
    return (
      <Card>
        <Empty
          icon={<SearchX aria-hidden="true" />}
          title={
            <FormattedMessage
              id="operator.none-found"
              defaultMessage="No floor has “{word}” in its name"
              values={{ word: word.trim() }}
            />
          }
        />
      </Card>
    )
  return (
    <Card
      flush
      title={<FormattedMessage id="operator.floors" defaultMessage="Floors" />}
      note={<FormattedNumber value={found.length} />}
    >
      <table className="operator-table">
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="operator.name" defaultMessage="Host name" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.node" defaultMessage="Node" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.tvs" defaultMessage="TVs" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.facts-a-minute" defaultMessage="Facts a minute" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.disk-used" defaultMessage="Disk" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.last" defaultMessage="Since last entry" />
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map(({ floor, state }) => (
            <FloorRow key={floor.name} floor={floor} state={state} now={now} />
          ))}
        </tbody>
      </table>
      {shown.length < found.length && (
        <div className="operator-others">
          <Button look="quiet" onPress={() => setAllShown(true)}>
            <FormattedMessage
              id="operator.others"
              defaultMessage="{others, plural, one {The other one} other {The other #}}"
              values={{ others: found.length - shown.length }}
            />
          </Button>
        </div>
      )}
    </Card>
  )
}
