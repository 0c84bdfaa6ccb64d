// What managers enter for their people, and who is on the floor themselves for themselves.
import { useQuery } from '@tanstack/react-query'
import { Hand } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { handQuery } from '../../api/by-hand.ts'
import { useMe } from '../../api/queries.ts'
import { Button } from '../../kit/button.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { SearchPicker } from '../../kit/search-picker.tsx'
import { useSay } from '../../words/words.tsx'
import { ByHand } from './by-hand.tsx'
import { NotInUse } from './not-in-use.tsx'

/** More are found by their names. */
const fewPeople = 12

export function ByHandPage() {
  const say = useSay()
  const account = useMe()?.account
  const { data: answer } = useQuery(handQuery(null))
  const [chosen, setChosen] = useState<string | null>(null)
  if (!answer || !account) return <Loading />
  const { people, person: own } = answer
  const all = own === null || people.some(({ id }) => id === own.id) ? people : [own, ...people]
  const person = chosen ?? own?.id ?? null
  const isOff = people.length === 0 && answer.choices.length === 0
  const name = all.find(({ id }) => id === person)?.name
  return (
    <Page
      title={say({ id: 'console.nav.by-hand', defaultMessage: 'By hand' })}
      over={<FormattedMessage id="console.nav.by-hand" defaultMessage="By hand" />}
      headline={
        name === undefined ? (
          <FormattedMessage id="console.hand.for-whom" defaultMessage="For whom?" />
        ) : (
          <FormattedMessage
            id="console.hand.for"
            defaultMessage="For {name}"
            values={{ name: <bdi>{name}</bdi> }}
          />
        )
      }
    >
      {isOff ? (
        <NotInUse
          icon={<Hand aria-hidden="true" />}
          title={<FormattedMessage id="console.hand.off" defaultMessage="Nothing is entered by hand here" />}
        >
          <FormattedMessage
            id="console.hand.off.note"
            defaultMessage="An admin says under Sources what may be entered by hand, and by whom."
          />
        </NotInUse>
      ) : (
        <div className="hand-page">
          {person === null && all.length <= fewPeople ? (
            <ul className="hand-people">
              {all.map(({ id, name: each }) => (
                <li key={id}>
                  <Button size="large" onPress={() => setChosen(id)}>
                    <span dir="auto">{each}</span>
                  </Button>
                </li>
              ))}
            </ul>
          ) : (
            <SearchPicker
              label={<FormattedMessage id="console.hand.whom" defaultMessage="Who did it" />}
              choices={all}
              value={person ?? ''}
              onChange={setChosen}
            />
          )}
          {person !== null && <ByHand key={person} person={person} account={account.id} />}
        </div>
      )}
    </Page>
  )
}
