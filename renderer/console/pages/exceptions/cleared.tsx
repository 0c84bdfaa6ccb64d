// What was cleared this week, and how: put in order, won or lost, or over for another reason.
import { Check } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { ClearedException, ClearedHow } from '../../../../shared/wire/exceptions.ts'
import { useAgeWords } from '../../kit/age-words.ts'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../words/words.tsx'

const useHowWords = (): ((how: ClearedHow) => string) => {
  const say = useSay()
  return (how) => {
    switch (how) {
      case 'mended':
        return say({ id: 'console.exceptions.how.mended', defaultMessage: 'Put in order' })
      case 'closed':
        return say({ id: 'console.exceptions.how.closed', defaultMessage: 'The deal was closed' })
      case 'withdrawn':
        return say({ id: 'console.exceptions.how.withdrawn', defaultMessage: 'The deal was taken back' })
      case 'left':
        return say({ id: 'console.exceptions.how.left', defaultMessage: 'Works here no more' })
      case 'period over':
        return say({ id: 'console.exceptions.how.period', defaultMessage: 'The week ended like this' })
      case 'rule changed':
        return say({ id: 'console.exceptions.how.rule', defaultMessage: 'The rule was changed' })
    }
  }
}

const isMended = (how: ClearedHow): boolean => how === 'mended' || how === 'closed'

function Line({ of }: { readonly of: ClearedException }) {
  const howWords = useHowWords()
  const ageWords = useAgeWords()
  const { title, ownerName, subject, ruleName, how, clearedAt, since, wrote } = of
  return (
    <li className="line cleared">
      {isMended(how) ? (
        <Check aria-hidden="true" className="cleared-mark" />
      ) : (
        <span className="cleared-mark" />
      )}
      <div className="grow">
        <p className="strong">
          <bdi>{title}</bdi>
          {subject.kind === 'deal' && (
            <span className="soft">
              {' · '}
              <bdi>{ownerName}</bdi>
            </span>
          )}
        </p>
        <p className="soft small">
          <bdi>{ruleName}</bdi>
        </p>
        <p className="soft small">
          {wrote !== null && isMended(how) ? (
            <FormattedMessage
              id="console.exceptions.cleared.after"
              defaultMessage="{how}, {age} after {name} wrote"
              values={{
                how: howWords(how),
                age: ageWords(Math.max(0, clearedAt - wrote.at)),
                name: <bdi>{wrote.name}</bdi>,
              }}
            />
          ) : (
            <FormattedMessage
              id="console.exceptions.cleared.line"
              defaultMessage="{how}, after {age}"
              values={{ how: howWords(how), age: ageWords(Math.max(0, clearedAt - since)) }}
            />
          )}
        </p>
      </div>
    </li>
  )
}

export function Cleared({ cleared }: { readonly cleared: readonly ClearedException[] }) {
  return (
    <Card
      title={<FormattedMessage id="console.exceptions.cleared" defaultMessage="Cleared this week" />}
      note={cleared.length}
    >
      {cleared.length === 0 ? (
        <p className="soft small">
          <FormattedMessage id="console.exceptions.cleared.none" defaultMessage="Nothing yet." />
        </p>
      ) : (
        <ul className="lines">
          {cleared.map((each) => (
            <Line key={each.id} of={each} />
          ))}
        </ul>
      )}
    </Card>
  )
}
