import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { DoneAnswer, type OperatorNode, type OperatorOverview } from '../../shared/wire/operator.ts'
import { Button } from '../console/kit/button.tsx'
import { Card } from '../console/kit/card.tsx'
import { Dialog } from '../console/kit/dialog.tsx'
import { Notice } from '../console/kit/notice.tsx'
import { useSay } from '../console/words/words.tsx'
import { askNode } from './ask-node.ts'
import { isClockWrong, nodeStateOf } from './node-state.ts'
import { useSizeWords } from './size-words.ts'
import { useDoing } from './use-doing.ts'

const toneOf = {
  late: 'bad',
  silent: 'bad',
  serving: 'well',
  draining: 'calm',
  starting: 'calm',
} as const

function State({ node }: { readonly node: OperatorNode }) {
  const say = useSay()
  const state = nodeStateOf(node)
  const seconds = Math.round(node.beatAgeMs / 1000)
  const words = {
    late: say({ id: 'operator.not-heard', defaultMessage: 'not heard of for {seconds} s' }, { seconds }),
    silent: say({ id: 'operator.no-answer', defaultMessage: 'does not answer' }),
    serving: say({ id: 'operator.serving', defaultMessage: 'serving' }),
    draining: say({ id: 'operator.draining', defaultMessage: 'hands its floors over' }),
    starting: say({ id: 'operator.starting', defaultMessage: 'starting' }),
  }
  return (
    <span className="state" data-state={toneOf[state]}>
      {words[state]}
    </span>
  )
}

function NodeRow({ node, isOnly }: { readonly node: OperatorNode; readonly isOnly: boolean }) {
  const say = useSay()
  const size = useSizeWords()
  const [isAsking, setAsking] = useState(false)
  const { isDoing, fault, act } = useDoing()
  const { id, name, url, floors, report } = node
  const drain = async (): Promise<void> => {
    const done = say(
      { id: 'operator.drained', defaultMessage: 'Node {id} hands its floors over.' },
      { id: `#${id}` },
    )
    if (await act(() => askNode(DoneAnswer, `/nodes/${id}/drain`, 'POST', {}), done)) setAsking(false)
  }
  const clock = report === null ? null : Math.round(report.clockAheadMs)
  return (
    <tr>
      <th scope="row">
        <span className="operator-name">
          #{id} <span className="soft">{name}</span>
        </span>
        <State node={node} />
      </th>
      <td data-head={say({ id: 'operator.address', defaultMessage: 'Address' })}>
        <span className="operator-address">{url}</span>
      </td>
      <td data-head={say({ id: 'operator.floors', defaultMessage: 'Floors' })} className="number">
        {floors}
      </td>
      <td data-head={say({ id: 'operator.memory', defaultMessage: 'Memory' })} className="number">
        {report === null ? '–' : size(report.memoryBytes)}
      </td>
      <td data-head={say({ id: 'operator.clock', defaultMessage: 'Clock' })} className="number">
        {clock === null ? (
          '–'
        ) : isClockWrong(node) ? (
          <span className="state" data-state="bad">
            <FormattedMessage id="operator.clock-off" defaultMessage="{clock} ms off" values={{ clock }} />
          </span>
        ) : (
          <FormattedMessage id="operator.clock-right" defaultMessage="right" />
        )}
      </td>
      <td data-head={say({ id: 'operator.version', defaultMessage: 'Version' })}>{report?.version ?? '–'}</td>
      <td className="operator-acts">
        <Button
          size="small"
          isDisabled={isOnly || report === null || report.stage === 'draining'}
          onPress={() => setAsking(true)}
        >
          <FormattedMessage id="operator.drain" defaultMessage="Drain" />
        </Button>
        {isAsking && (
          <Dialog
            isOpen
            onClose={() => setAsking(false)}
            width="narrow"
            title={
              <FormattedMessage
                id="operator.drain-title"
                defaultMessage="Drain node {id}?"
                values={{ id: `#${id}` }}
              />
            }
            actions={
              <>
                <Button onPress={() => setAsking(false)}>
                  <FormattedMessage id="operator.cancel" defaultMessage="Cancel" />
                </Button>
                <Button look="primary" onPress={() => void drain()} isPending={isDoing}>
                  <FormattedMessage id="operator.drain-yes" defaultMessage="Drain it" />
                </Button>
              </>
            }
          >
            <div className="operator-form">
              {fault !== null && <Notice tone="bad">{fault}</Notice>}
              <p>
                <FormattedMessage
                  id="operator.drain-note"
                  defaultMessage="The other nodes take its floors, one after another; walls keep their numbers and connect again. It takes none until it is started anew."
                />
              </p>
            </div>
          </Dialog>
        )}
      </td>
    </tr>
  )
}

export function NodesCard({ overview: { nodes } }: { readonly overview: OperatorOverview }) {
  return (
    <Card flush title={<FormattedMessage id="operator.nodes" defaultMessage="Nodes" />} note={nodes.length}>
      <table className="operator-table">
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="operator.node" defaultMessage="Node" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.address" defaultMessage="Address" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.floors" defaultMessage="Floors" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.memory" defaultMessage="Memory" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.clock" defaultMessage="Clock" />
            </th>
            <th scope="col">
              <FormattedMessage id="operator.version" defaultMessage="Version" />
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <NodeRow key={node.id} node={node} isOnly={nodes.length === 1} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}
