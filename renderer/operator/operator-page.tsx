import { useQuery, useQueryClient } from '@tanstack/react-query'
import { LogOut, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { DoneAnswer, type OperatorOverview } from '../../shared/wire/operator.ts'
import { Button } from '../console/kit/button.tsx'
import { TextField } from '../console/kit/field.tsx'
import { Notice } from '../console/kit/notice.tsx'
import { Page } from '../console/kit/page.tsx'
import { useSay } from '../console/words/words.tsx'
import { askNode, overviewQuery } from './ask-node.ts'
import { needsALook, stateOf } from './floor-state.ts'
import { FloorsCard } from './floors-card.tsx'
import { NewFloor } from './new-floor.tsx'
import { nodeNeedsALook } from './node-state.ts'
import { NodesCard } from './nodes-card.tsx'
import { SignIn } from './sign-in.tsx'
import { useRefusalWords } from './use-doing.ts'

/** With more floors than this a field finds them by name. */
const manyFloors = 12

function Headline({ floors, nodes }: OperatorOverview) {
  const wrong = floors.filter((floor) => needsALook(stateOf(floor, nodes))).length
  const wrongNodes = nodes.filter(nodeNeedsALook).length
  if (wrong > 0 && wrongNodes > 0)
    return (
      <FormattedMessage
        id="operator.headline-both"
        defaultMessage="{nodes, plural, one {# node} other {# nodes}} and {floors, plural, one {# floor} other {# floors}} need a look"
        values={{ nodes: wrongNodes, floors: wrong }}
      />
    )
  if (wrongNodes > 0)
    return (
      <FormattedMessage
        id="operator.headline-nodes"
        defaultMessage="{nodes, plural, one {# node needs} other {# nodes need}} a look"
        values={{ nodes: wrongNodes }}
      />
    )
  if (wrong > 0)
    return (
      <FormattedMessage
        id="operator.headline-wrong"
        defaultMessage="{wrong, plural, one {# floor needs} other {# floors need}} a look"
        values={{ wrong }}
      />
    )
  if (floors.length === 0)
    return <FormattedMessage id="operator.headline-none" defaultMessage="No floor yet: make the first one" />
  return (
    <FormattedMessage
      id="operator.headline-well"
      defaultMessage="{floors, plural, one {# floor} other {# floors}} on {nodes, plural, one {# node} other {# nodes}}, all well"
      values={{ floors: floors.length, nodes: nodes.length }}
    />
  )
}

export function OperatorPage() {
  const say = useSay()
  const client = useQueryClient()
  const words = useRefusalWords()
  const { data, error } = useQuery(overviewQuery)
  const [isMaking, setMaking] = useState(false)
  const [word, setWord] = useState('')
  if (data === null) return <SignIn />
  if (data === undefined)
    return error === null ? null : (
      <div className="operator-closed">
        <Notice tone="bad">{words(error)}</Notice>
      </div>
    )
  const signOut = async (): Promise<void> => {
    await askNode(DoneAnswer, '/session', 'DELETE').catch(() => undefined)
    client.setQueryData(overviewQuery.queryKey, null)
  }
  return (
    <>
      <Page
        title={say({ id: 'operator.title', defaultMessage: 'Operator' })}
        over={<FormattedMessage id="operator.over" defaultMessage="Floorboard, all floors" />}
        headline={<Headline {...data} />}
        actions={
          <>
            {data.floors.length > manyFloors && (
              <TextField
                type="search"
                label={say({ id: 'operator.find', defaultMessage: 'Find by host name' })}
                value={word}
                onChange={setWord}
              />
            )}
            <Button icon={<LogOut />} onPress={() => void signOut()}>
              <FormattedMessage id="operator.sign-out" defaultMessage="Sign out" />
            </Button>
            <Button look="primary" icon={<Plus />} onPress={() => setMaking(true)}>
              <FormattedMessage id="operator.new" defaultMessage="New floor" />
            </Button>
          </>
        }
      >
        {error !== null && <Notice tone="warn">{words(error)}</Notice>}
        <FloorsCard overview={data} word={data.floors.length > manyFloors ? word : ''} />
        <NodesCard overview={data} />
      </Page>
      {isMaking && <NewFloor onClose={() => setMaking(false)} />}
    </>
  )
}
