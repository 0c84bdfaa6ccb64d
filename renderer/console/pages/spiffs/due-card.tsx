// The approval desk: what waits, person by person; approved one by one, of a person, or all at once.
import { useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { weekOf } from '../../../../shared/domain/spiffs/dues.ts'
import { dayOf, formatDay, partsOf } from '../../../../shared/domain/time/calendar-date.ts'
import { weekdayIndex } from '../../../../shared/domain/time/week.ts'
import { createZone } from '../../../../shared/domain/time/zone.ts'
import type { FloorFile } from '../../../../shared/wire/floor.ts'
import type { SpiffLine as Line, SpiffAnswer } from '../../../../shared/wire/spiffs.ts'
import { feedNow } from '../../api/feed-time.ts'
import { decideSpiff, spiffQuery, spiffsQuery } from '../../api/spiffs.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Segments } from '../../kit/segments.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { ApproveDialog } from './approve-dialog.tsx'
import { DecideButtons } from './decide-buttons.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { SpiffLine } from './spiff-line.tsx'
import { useSpiffWords } from './use-spiff-words.ts'

type Span = 'all' | 'week' | 'month'

/** The first day that is not in a span any more; null: all are. */
const endOf = (span: Span, { floor }: FloorFile): string | null => {
  const today = createZone(floor.timeZone).dayAt(feedNow())
  const { year, month } = partsOf(today)
  if (span === 'week') return formatDay(weekOf(today, weekdayIndex[floor.weekStartsOn]))
  return span === 'month' ? formatDay(dayOf(year, month, 1)) : null
}

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)

/** The same order as they came. */
const byPerson = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const found = new Map<string, Line[]>()
  for (const line of lines) found.set(line.person.id, [...(found.get(line.person.id) ?? []), line])
  return [...found.values()]
}

interface DueCardProps {
  readonly id: string
  readonly of: SpiffAnswer
  readonly file: FloorFile
}

/** More at once the feed does not take. */
const mostAtOnce = 1000

export function DueCard({ id, of: { due, moreDue, currency }, file }: DueCardProps) {
  const say = useSay()
  const words = useSpiffWords(currency)
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const [span, setSpan] = useState<Span>('all')
  const [refusing, setRefusing] = useState<Line | null>(null)
  const [isApproving, setApproving] = useState(false)
  const end = endOf(span, file)
  const shown = due.filter(({ on }) => end === null || on < end)
  const open = shown.filter(({ mayDecide }) => mayDecide).slice(0, mostAtOnce)

  const decide = (lines: readonly Line[], reason: string | null) =>
    submit(async () => {
      const { done, changed, already, answer } = await decideSpiff(id, {
        approve: reason === null,
        lines: lines.map(({ key, amountMinor }) => ({ key, amountMinor })),
        ...(reason !== null && { reason }),
      })
      const { queryKey } = spiffQuery(id)
      await client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, answer)
      void client.invalidateQueries({ queryKey: spiffsQuery.queryKey, exact: true })
      toast({
        said: say(
          {
            id: 'console.spiff.decided',
            defaultMessage:
              '{approve, select, true {{done, plural, =0 {Nothing was approved} one {One payment is approved} other {# payments are approved}}} other {{done, plural, =0 {Nothing was refused} other {The payment is refused}}}}.{already, plural, =0 {} one { One was decided already.} other { # were decided already.}}{changed, plural, =0 {} one { One has changed since you looked: look again.} other { # have changed since you looked: look again.}}',
          },
          { done, changed, already, approve: String(reason === null) },
        ),
        tone: changed > 0 ? 'bad' : 'done',
      })
    })

  return (
    <>
      <div className="spiff-filter">
        <Segments
          label={say({ id: 'console.spiff.span', defaultMessage: 'Earned when' })}
          value={span}
          choices={[
            { id: 'all', name: say({ id: 'console.spiff.span.all', defaultMessage: 'All' }) },
            { id: 'week', name: say({ id: 'console.spiff.span.week', defaultMessage: 'Before this week' }) },
            {
              id: 'month',
              name: say({ id: 'console.spiff.span.month', defaultMessage: 'Before this month' }),
            },
          ]}
          onChange={setSpan}
        />
        {open.length > 0 && (
          <Button
            look="primary"
            icon={<Check aria-hidden="true" />}
            isPending={busy}
            onPress={() => setApproving(true)}
          >
            <FormattedMessage
              id="console.spiff.approve.all"
              defaultMessage="Approve all: {amount}"
              values={{ amount: words.minor(sumOf(open)) }}
            />
          </Button>
        )}
      </div>
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
      <Card flush title={<FormattedMessage id="console.spiff.due" defaultMessage="To be approved" />}>
        {shown.length === 0 && (
          <p className="soft spiff-note">
            <FormattedMessage id="console.spiff.due.none" defaultMessage="Nothing waits." />
          </p>
        )}
        {byPerson(shown).map((lines) => {
          const [first] = lines
          const own = lines.filter(({ mayDecide }) => mayDecide)
          if (first === undefined) return null
          // One alone needs no heading.
          const isAlone = lines.length === 1
          return (
            <section key={first.person.id} className="spiff-of-person">
              {!isAlone && (
                <div className="spiff-person">
                  <h3>
                    <bdi>{first.person.name}</bdi>
                  </h3>
                  {own.length > 0 && (
                    <Button
                      size="small"
                      isDisabled={busy}
                      aria-label={say(
                        {
                          id: 'console.spiff.approve.person',
                          defaultMessage: 'Approve {amount} for {name}',
                        },
                        { amount: words.minor(sumOf(own)), name: first.person.name },
                      )}
                      onPress={() => void decide(own.slice(0, mostAtOnce), null)}
                    >
                      <FormattedMessage
                        id="console.spiff.approve.sum"
                        defaultMessage="Approve {amount}"
                        values={{ amount: words.minor(sumOf(own)) }}
                      />
                    </Button>
                  )}
                </div>
              )}
              <ul className="lines spiff-lines">
                {lines.map((line) => (
                  <SpiffLine
                    key={line.key}
                    of={line}
                    currency={currency}
                    title={isAlone ? <bdi>{line.person.name}</bdi> : undefined}
                  >
                    {line.mayDecide && (
                      <DecideButtons
                        {...{ line, words, isBusy: busy }}
                        onApprove={() => void decide([line], null)}
                        onRefuse={() => setRefusing(line)}
                      />
                    )}
                  </SpiffLine>
                ))}
              </ul>
            </section>
          )
        })}
        {moreDue > 0 && (
          <p className="soft small spiff-note">
            <FormattedMessage
              id="console.spiff.due.more"
              defaultMessage="and {count, plural, one {one more} other {# more}}, once these are decided"
              values={{ count: moreDue }}
            />
          </p>
        )}
      </Card>
      {isApproving && (
        <ApproveDialog
          count={open.length}
          amount={words.minor(sumOf(open))}
          onClose={() => setApproving(false)}
          onApprove={() => {
            setApproving(false)
            void decide(open, null)
          }}
        />
      )}
      {refusing !== null && (
        <RefuseDialog
          line={refusing}
          onClose={() => setRefusing(null)}
          onRefuse={(reason) => {
            const line = refusing
            setRefusing(null)
            void decide([line], reason)
          }}
        />
      )}
    </>
  )
}
