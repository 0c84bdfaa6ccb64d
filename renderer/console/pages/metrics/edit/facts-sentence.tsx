// The part of the sentence that counts facts: under which conditions, by which date, and for whom.
import { FormattedMessage } from 'react-intl'
import {
  datesOf,
  dealEvents,
  fieldsOf,
  kindOfField,
  newCondition,
} from '../../../../../shared/domain/metric-drafts/choices.ts'
import type { FactsSentence, SentenceCondition } from '../../../../../shared/domain/metric-drafts/sentence.ts'
import type { FloorFile } from '../../../../../shared/wire/floor.ts'
import type { FactFieldsAnswer } from '../../../../../shared/wire/metric-drafts.ts'
import { useSay } from '../../../words/words.tsx'
import { useFieldWords } from '../sentence/use-field-words.ts'
import { ConditionLine } from './condition-line.tsx'
import { WordPicker } from './word-picker.tsx'

interface FactsSentenceProps {
  readonly sentence: FactsSentence
  readonly floor: FloorFile['floor']
  readonly known: Pick<FactFieldsAnswer, 'deal' | 'activity'>
  readonly onChange: (sentence: FactsSentence) => void
}

const credits = ['all', 'owner', 'assist'] as const

/** In its place, so that the order of the others stays what it was. */
const withCredit = (
  where: readonly SentenceCondition[],
  credit: (typeof credits)[number],
): SentenceCondition[] => {
  const at = where.findIndex(({ field }) => field === 'credit')
  if (credit === 'all') return where.filter(({ field }) => field !== 'credit')
  const condition: SentenceCondition = { field: 'credit', test: 'is', values: [credit] }
  return at === -1 ? [...where, condition] : where.with(at, condition)
}

export function FactsSentenceLines({ sentence, floor, known, onChange }: FactsSentenceProps) {
  const say = useSay()
  const words = useFieldWords()
  const { from, where, date } = sentence
  const fields = fieldsOf(sentence, known)
  const ofKind = from === 'deal' ? known.deal : [...known.activity, ...known.deal]
  const listed = {
    status: ['open', 'won', 'lost'],
    stage: floor.stages,
    kind: from === 'activity' ? [...dealEvents] : [],
  }
  const credit = where.find(({ field }) => field === 'credit')?.values[0]
  const shown = where.flatMap((condition, index) =>
    condition.field === 'credit' ? [] : [{ condition, index }],
  )
  return (
    <>
      <ul className="sentence-lines">
        {shown.map(({ condition, index }, nth) => (
          <ConditionLine
            key={index}
            condition={condition}
            isFirst={nth === 0}
            fields={fields}
            known={ofKind}
            listed={listed}
            onChange={(next) => onChange({ ...sentence, where: where.with(index, next) })}
            onRemove={() => onChange({ ...sentence, where: where.toSpliced(index, 1) })}
          />
        ))}
        <li className="sentence-line">
          <WordPicker
            isAdding
            label={say({ id: 'console.sentence.add', defaultMessage: 'Add a condition' })}
            placeholder={say({ id: 'console.sentence.add', defaultMessage: 'Add a condition' })}
            choices={fields.map((id) => ({ id, name: words.field(id) }))}
            value={null}
            onChange={(field) =>
              onChange({ ...sentence, where: [...where, newCondition(field, kindOfField(field, ofKind))] })
            }
          />
        </li>
      </ul>
      <p className="sentence-line">
        <FormattedMessage
          id="console.sentence.edit.dated"
          defaultMessage="dated by {date} and counted for {credit}"
          values={{
            date: (
              <WordPicker
                key="date"
                label={say({
                  id: 'console.sentence.place.date',
                  defaultMessage: 'The date by which it counts',
                })}
                choices={[...new Set([date, ...datesOf(from)])].map((id) => ({ id, name: words.field(id) }))}
                value={date}
                onChange={(next) => onChange({ ...sentence, date: next })}
              />
            ),
            credit: (
              <WordPicker
                key="credit"
                label={say({ id: 'console.sentence.place.credit', defaultMessage: 'For whom it counts' })}
                choices={credits.map((id) => ({
                  id,
                  name:
                    id === 'all'
                      ? say({ id: 'console.sentence.credit.all', defaultMessage: 'everybody credited' })
                      : words.value('credit', id),
                }))}
                value={credit === 'owner' || credit === 'assist' ? credit : 'all'}
                onChange={(next) => onChange({ ...sentence, where: withCredit(where, next) })}
              />
            ),
          }}
        />
      </p>
    </>
  )
}
