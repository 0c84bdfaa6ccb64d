import { Download, Gauge, MoreHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { OperatorFloor, OperatorOverview } from '../../shared/wire/operator.ts'
import { useAgeWords } from '../console/kit/age-words.ts'
import { Card } from '../console/kit/card.tsx'
import { MenuButton } from '../console/kit/menu.tsx'
import { useSay } from '../console/words/words.tsx'
import { ChangeLimits, RemoveFloor } from './change-floor.tsx'
import { type FloorState, stateOf } from './floor-state.ts'
import { useSizeWords } from './size-words.ts'

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
      <td data-head={heads.last}>
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
              onAction: () => location.assign(`/operator/api/floors/${encodeURIComponent(name)}/backup`),
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

export function FloorsCard({ overview: { floors, nodes, now } }: { readonly overview: OperatorOverview }) {
  if (floors.length === 0) return null
  return (
    <Card
      flush
      title={<FormattedMessage id="operator.floors" defaultMessage="Floors" />}
      note={<FormattedNumber value={floors.length} />}
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
          {floors.map((floor) => (
            <FloorRow key={floor.name} floor={floor} state={stateOf(floor, nodes)} now={now} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}
