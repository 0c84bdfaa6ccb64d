// What a spiff would have paid in the last four weeks, and what to know before it runs.
import { FormattedMessage } from 'react-intl'
import type { Spiff } from '../../../../shared/wire/spiffs.ts'
import { useTriedSpiff } from '../../api/spiffs.ts'
import { Card } from '../../kit/card.tsx'
import { NotTried } from '../../kit/not-tried.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSpiffWords } from './use-spiff-words.ts'

const mostRows = 8

interface TriedSpiffCardProps {
  /** Null while something is missing. */
  readonly spiff: Spiff | null
}

export function TriedSpiffCard({ spiff }: TriedSpiffCardProps) {
  const { answer, error, isPending } = useTriedSpiff(spiff)
  const words = useSpiffWords(answer?.currency ?? 'USD')
  return (
    <>
      {answer?.warnings.map(({ id, says }) => (
        <Notice key={id} tone={id === 'pair' ? 'info' : 'warn'}>
          {says}
        </Notice>
      ))}
      <Card
        flush
        title={<FormattedMessage id="console.spiff.tried" defaultMessage="In the last four weeks" />}
        note={answer && words.minor(answer.totalMinor)}
      >
        {answer === null ? (
          <NotTried
            className="spiff-note"
            missing={
              spiff === null ? (
                <FormattedMessage
                  id="console.spiff.tried.missing"
                  defaultMessage="As soon as nothing is missing, this shows who would have been paid."
                />
              ) : null
            }
            failed={error !== null}
          />
        ) : (
          <div data-pending={isPending ? '' : undefined}>
            <p className="soft small spiff-note">
              <FormattedMessage
                id="console.spiff.tried.note"
                defaultMessage="Who it would have paid, by what is there already. The limits of a person and a pair hold; the budget is left out."
              />
            </p>
            <ol className="lines spiff-lines">
              {answer.people.slice(0, mostRows).map(({ person, payments, amountMinor, cutMinor }) => (
                <li key={person.id} className="line">
                  <div className="grow">
                    <p className="strong" dir="auto">
                      {person.name}
                    </p>
                    <p className="soft small">
                      <FormattedMessage
                        id="console.spiff.tried.payments"
                        defaultMessage="{payments, plural, =0 {no payment} one {one payment} other {# payments}}{cut, select, none {} other {, {cut} cut by the limits}}"
                        values={{ payments, cut: cutMinor === 0 ? 'none' : words.minor(cutMinor) }}
                      />
                    </p>
                  </div>
                  <span className="spiff-amount figures">{words.minor(amountMinor)}</span>
                </li>
              ))}
            </ol>
            {answer.people.length > mostRows && (
              <p className="soft small spiff-note">
                <FormattedMessage
                  id="console.contest.more"
                  defaultMessage="and {count, plural, one {one more} other {# more}}"
                  values={{ count: answer.people.length - mostRows }}
                />
              </p>
            )}
          </div>
        )}
      </Card>
    </>
  )
}
