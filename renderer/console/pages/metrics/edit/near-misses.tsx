// Facts that one condition alone keeps out: the sentence tells what would be in it, if it asked for a little less.
import { FormattedMessage, useIntl } from 'react-intl'
import type { FactsSentence } from '../../../../../shared/domain/metric-drafts/sentence.ts'
import type { NearMiss } from '../../../../../shared/wire/metric-drafts.ts'
import { Card } from '../../../kit/card.tsx'
import { useSay } from '../../../words/words.tsx'
import { useMoneyWords } from '../../how/use-money-words.ts'
import { useFieldWords } from '../sentence/use-field-words.ts'
import type { SentenceWords } from '../sentence/use-sentence-words.ts'

interface NearMissesProps {
  readonly misses: readonly NearMiss[]
  /** As the facts were asked when they missed. */
  readonly sentence: FactsSentence
  readonly words: SentenceWords
}

export function NearMisses({ misses, sentence, words }: NearMissesProps) {
  const say = useSay()
  const { formatList } = useIntl()
  const fields = useFieldWords()
  const { full } = useMoneyWords()
  const hasWords = (field: string, has: NearMiss['values'][number]['has']): string => {
    if (has === null) return say({ id: 'console.draft.nothing', defaultMessage: 'nothing' })
    return field === 'amount' && typeof has === 'number' ? full(has, 'money') : fields.value(field, has)
  }
  const told = misses.flatMap((miss) => {
    const condition = sentence.where[miss.condition]
    return condition === undefined ? [] : [{ ...miss, condition }]
  })
  if (told.length === 0) return null
  return (
    <Card title={<FormattedMessage id="console.draft.misses" defaultMessage="What just misses it" />}>
      <ul className="lines">
        {told.map(({ condition, facts, close, examples, values }) => {
          const { field } = condition
          const rule = words.condition(condition)
          return (
            <li key={`${field} ${rule}`} className="line">
              <div className="grow">
                <p className="strong">
                  {close > 0 ? (
                    <FormattedMessage
                      id="console.draft.close"
                      defaultMessage="{close, plural, one {One only just misses} other {# only just miss}} “{rule}”"
                      values={{ close, rule }}
                    />
                  ) : (
                    <FormattedMessage
                      id="console.draft.missed"
                      defaultMessage="{facts, plural, one {One more would count} other {# more would count}} but for “{rule}”"
                      values={{ facts, rule }}
                    />
                  )}
                </p>
                <p className="soft small">
                  {close > 0 ? (
                    <>
                      {examples.slice(0, close).map(({ source, id, name, has }, index) => (
                        <span key={`${source} ${id}`}>
                          {index > 0 && ' · '}
                          <bdi>{name}</bdi> <span className="near-value">{hasWords(field, has)}</span>
                        </span>
                      ))}
                      {facts > close && (
                        <>
                          {' · '}
                          <FormattedMessage
                            id="console.draft.further"
                            defaultMessage="{count, plural, one {one more is further off} other {# more are further off}}"
                            values={{ count: facts - close }}
                          />
                        </>
                      )}
                    </>
                  ) : (
                    <>
                      <FormattedMessage
                        id="console.draft.instead"
                        defaultMessage="{field} instead: {values}"
                        values={{
                          field: fields.field(field),
                          values: formatList(
                            values.map(({ has, facts: count }) => `${hasWords(field, has)} (${count})`),
                            { type: 'unit' },
                          ),
                        }}
                      />
                      {' · '}
                      {examples.map(({ source, id, name }, index) => (
                        <span key={`${source} ${id}`}>
                          {index > 0 && ' · '}
                          <bdi>{name}</bdi>
                        </span>
                      ))}
                    </>
                  )}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
