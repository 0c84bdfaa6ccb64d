// The inbox of data faults: what is wrong with the data and what somebody says is, most urgent first, and how it is mended.
import { useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { doubtsQuery, inboxQuery } from '../../api/mending.ts'
import { useMay } from '../../api/queries.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { AnsweredDoubts, OpenDoubts } from './doubt-lines.tsx'
import { InboxLine } from './inbox-line.tsx'
import { MendedList } from './mended-list.tsx'
import './faults.css'

const nothing = { items: [], open: 0, unlisted: 0 }

export function Faults() {
  const say = useSay()
  const { administer } = useMay()
  const asked = useQuery({ ...inboxQuery, enabled: administer }).data
  const { data: said } = useQuery(doubtsQuery)
  // A manager answers what people say; what sources send is mended by an admin.
  const inbox = administer ? asked : nothing
  if (!inbox || !said) return <Loading />
  const title = say({ id: 'console.nav.faults', defaultMessage: 'Data faults' })
  const open = said.doubts.filter(({ answered }) => answered === null)
  const count = inbox.open + said.open
  return (
    <Page
      over={title}
      title={title}
      headline={
        <FormattedMessage
          id="console.faults.headline"
          defaultMessage="{count, plural, =0 {All facts count where they should} one {One thing in the data needs a look} other {# things in the data need a look}}"
          values={{ count }}
        />
      }
      aside={
        <>
          {administer && <MendedList />}
          <AnsweredDoubts doubts={said.doubts} />
        </>
      }
    >
      <OpenDoubts doubts={open} />
      {count === 0 && (
        <Card>
          <Empty
            icon={<CircleCheck aria-hidden="true" />}
            title={<FormattedMessage id="console.faults.none" defaultMessage="Nothing to mend" />}
          >
            <FormattedMessage
              id="console.faults.none.note"
              defaultMessage="What sources send is looked at as it comes. What counts nowhere will stand here, with what to do."
            />
          </Empty>
        </Card>
      )}
      {inbox.items.length > 0 && (
        <Card
          flush
          title={<FormattedMessage id="console.faults.list" defaultMessage="Most urgent first" />}
          note={
            inbox.unlisted > 0 && (
              <FormattedMessage
                id="console.faults.unlisted"
                defaultMessage="{count} more come to light as these are mended"
                values={{ count: inbox.unlisted }}
              />
            )
          }
        >
          <ul className="lines">
            {inbox.items.map((item) => (
              <InboxLine key={item.key} item={item} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
