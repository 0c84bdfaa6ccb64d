// What is off with those whom somebody coaches: by rule, with a way to write; what was cleared, and how long it took.
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, ListChecks } from 'lucide-react'
import { useMemo } from 'react'
import { FormattedMessage } from 'react-intl'
import type { ExceptionEntry, ExceptionsAnswer } from '../../../../shared/wire/exceptions.ts'
import { exceptionsQuery } from '../../api/exceptions.ts'
import { useMay } from '../../api/queries.ts'
import { Card } from '../../kit/card.tsx'
import { Empty } from '../../kit/empty.tsx'
import { Loading } from '../../kit/loading.tsx'
import { More } from '../../kit/more.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Page } from '../../kit/page.tsx'
import { useSay } from '../../words/words.tsx'
import { Cleared } from './cleared.tsx'
import { ExceptionLine } from './exception-line.tsx'
import { Lifetimes } from './lifetimes.tsx'
import { listExceptions, type RuleGroup } from './rule-groups.ts'
import { useSeen } from './use-seen.ts'
import './exceptions.css'

function Lines({
  of,
  fresh,
}: {
  readonly of: readonly ExceptionEntry[]
  readonly fresh: ReadonlySet<string>
}) {
  return (
    <ul className="lines">
      {of.map((entry) => (
        <ExceptionLine key={entry.id} entry={entry} isNew={fresh.has(entry.id)} />
      ))}
    </ul>
  )
}

function Group({ group, fresh }: { readonly group: RuleGroup; readonly fresh: ReadonlySet<string> }) {
  return (
    <Card
      flush
      title={<bdi>{group.name}</bdi>}
      note={
        group.isFlag ? (
          <FormattedMessage id="console.exceptions.flag" defaultMessage="Private flag" />
        ) : (
          group.entries.length
        )
      }
    >
      <Lines of={group.entries} fresh={fresh} />
    </Card>
  )
}

function Nothing({ answer: { rules, waits } }: { readonly answer: ExceptionsAnswer }) {
  return (
    <Card>
      {rules.length === 0 ? (
        <Empty
          icon={<ListChecks aria-hidden="true" />}
          title={
            <FormattedMessage
              id="console.exceptions.no-rules"
              defaultMessage="No rule says yet what is off"
            />
          }
        >
          <FormattedMessage
            id="console.exceptions.no-rules.note"
            defaultMessage="Under “exceptions” the floor file names them: deals past their close date or untouched for two weeks, too little by Wednesday, busy and not productive."
          />
        </Empty>
      ) : (
        <Empty
          icon={<CircleCheck aria-hidden="true" />}
          title={
            waits ? (
              <FormattedMessage
                id="console.exceptions.waits"
                defaultMessage="The history is still coming in"
              />
            ) : (
              <FormattedMessage id="console.exceptions.none" defaultMessage="Everything is in order" />
            )
          }
        >
          <FormattedMessage
            id="console.exceptions.none.note"
            defaultMessage="{count, plural, one {# rule is} other {# rules are}} looked at with every fact and every minute."
            values={{ count: rules.length }}
          />
        </Empty>
      )}
    </Card>
  )
}

function Open({ answer }: { readonly answer: ExceptionsAnswer }) {
  const say = useSay()
  const { notes, groups, setAside } = useMemo(() => listExceptions(answer), [answer])
  const due = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  const fresh = useSeen(answer.open)
  return (
    <Page
      title={say({ id: 'console.nav.exceptions', defaultMessage: 'Exceptions' })}
      over={
        <FormattedMessage
          id="console.exceptions.over"
          defaultMessage="Of the people you coach, never on a wall"
        />
      }
      headline={
        <FormattedMessage
          id="console.exceptions.headline"
          defaultMessage="{due, plural, =0 {Nothing is off} one {One thing is off} other {# things are off}}"
          values={{ due }}
        />
      }
      aside={
        <>
          <Cleared cleared={answer.cleared} />
          <Lifetimes />
        </>
      }
    >
      {notes.map((note) => (
        <Notice
          key={note.id}
          tone="info"
          title={
            <FormattedMessage
              id="console.exceptions.everybody"
              defaultMessage="{team}: it fell for everybody"
              values={{ team: <bdi>{note.title}</bdi> }}
            />
          }
        >
          <p dir="auto">{note.says}</p>
        </Notice>
      ))}
      {due === 0 && <Nothing answer={answer} />}
      {groups.map((group) => (
        <Group key={group.id} group={group} fresh={fresh} />
      ))}
      {setAside.length > 0 && (
        <Card flush>
          <div className="exceptions-aside">
            <More
              level={2}
              words={
                <FormattedMessage
                  id="console.exceptions.aside"
                  defaultMessage="{count, plural, one {One is set aside} other {# are set aside}}"
                  values={{ count: setAside.length }}
                />
              }
            >
              <Lines of={setAside} fresh={fresh} />
            </More>
          </div>
        </Card>
      )}
    </Page>
  )
}

/** Who coaches nobody reads sums, and no name. */
function Sums() {
  const say = useSay()
  return (
    <Page
      title={say({ id: 'console.nav.exceptions', defaultMessage: 'Exceptions' })}
      headline={
        <FormattedMessage
          id="console.exceptions.sums"
          defaultMessage="How long it takes to put things in order"
        />
      }
    >
      <Lifetimes />
      <p className="soft">
        <FormattedMessage
          id="console.exceptions.sums.note"
          defaultMessage="Whose they are, their managers see."
        />
      </p>
    </Page>
  )
}

function OfOwnPeople() {
  const { data } = useQuery(exceptionsQuery)
  return data ? <Open answer={data} /> : <Loading />
}

export function Exceptions() {
  return useMay().edit ? <OfOwnPeople /> : <Sums />
}
