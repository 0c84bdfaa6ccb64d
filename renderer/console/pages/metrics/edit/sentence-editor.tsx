// The sentence to fill in. Each of its places offers only what makes sense with what stands in the others.
import { FormattedMessage } from 'react-intl'
import {
  datesOf,
  measuresOf,
  numbersOf,
  partsFor,
  ratioUnit,
  ratioUnits,
  withFrom,
} from '../../../../../shared/domain/metric-drafts/choices.ts'
import { type MetricForm, unitNow } from '../../../../../shared/domain/metric-drafts/metric-form.ts'
import type { FactsSentence, Sentence } from '../../../../../shared/domain/metric-drafts/sentence.ts'
import { type How, howOf, hows, withHow } from '../../../../../shared/domain/metric-drafts/with-how.ts'
import type { FloorFile } from '../../../../../shared/wire/floor.ts'
import type { FactFieldsAnswer } from '../../../../../shared/wire/metric-drafts.ts'
import { useSay } from '../../../words/words.tsx'
import { useFieldWords } from '../sentence/use-field-words.ts'
import { FactsSentenceLines } from './facts-sentence.tsx'
import { PointsLines } from './points-lines.tsx'
import { SentenceEnd } from './sentence-end.tsx'
import { WordPicker } from './word-picker.tsx'

interface SentenceEditorProps {
  readonly form: MetricForm
  readonly file: FloorFile
  /** Its own id; null of a new one. */
  readonly id: string | null
  readonly known: Pick<FactFieldsAnswer, 'deal' | 'activity'>
  readonly onChange: (change: Partial<MetricForm>) => void
}

export function SentenceEditor({ form, file, id, known, onChange }: SentenceEditorProps) {
  const say = useSay()
  const words = useFieldWords()
  const { sentence } = form
  const set = (next: Sentence) => onChange({ sentence: next })
  const unitOfMetric = (of: string) => file.metrics.find((metric) => metric.id === of)?.unit
  const parts = partsFor(file.metrics, id).map((metric) => ({ id: metric.id, name: metric.name }))
  /** One that stands in the sentence is there, whatever speaks against it. */
  const partChoices = (standing: string) =>
    standing === '' || parts.some((part) => part.id === standing)
      ? parts
      : [
          { id: standing, name: file.metrics.find((metric) => metric.id === standing)?.name ?? standing },
          ...parts,
        ]

  const verbs: Readonly<Record<How, { readonly name: string; readonly note: string }>> = {
    count: {
      name: say({ id: 'console.verb.count', defaultMessage: 'Count' }),
      note: say({ id: 'console.verb.count.note', defaultMessage: 'How many there are: calls, deals won' }),
    },
    sum: {
      name: say({ id: 'console.verb.sum', defaultMessage: 'Add up' }),
      note: say({ id: 'console.verb.sum.note', defaultMessage: 'An amount or another number: revenue won' }),
    },
    mean: {
      name: say({ id: 'console.verb.mean', defaultMessage: 'Average' }),
      note: say({ id: 'console.verb.mean.note', defaultMessage: 'The same per piece: deal size' }),
    },
    days: {
      name: say({ id: 'console.verb.days', defaultMessage: 'Average the days' }),
      note: say({ id: 'console.verb.days.note', defaultMessage: 'From one date to another: sales cycle' }),
    },
    ratio: {
      name: say({ id: 'console.verb.ratio', defaultMessage: 'Divide' }),
      note: say({ id: 'console.verb.ratio.note', defaultMessage: 'One metric by another: win rate' }),
    },
    points: {
      name: say({ id: 'console.verb.points', defaultMessage: 'Give points' }),
      note: say({ id: 'console.verb.points.note', defaultMessage: 'For several metrics, each its own' }),
    },
  }
  const how = howOf(sentence)
  const verb = (
    <WordPicker
      key="verb"
      label={say({ id: 'console.sentence.place.verb', defaultMessage: 'What is done' })}
      choices={hows.map((each) => ({ id: each, ...verbs[each] }))}
      value={how}
      onChange={(next) =>
        onChange({ sentence: withHow(sentence, next), ...(next === 'ratio' && { unit: 'percent' }) })
      }
    />
  )
  const facts = (of: FactsSentence) => (
    <WordPicker
      key="facts"
      label={say({ id: 'console.sentence.place.facts', defaultMessage: 'Of what' })}
      choices={(['deal', 'activity'] as const)
        .filter((each) => each === of.from || measuresOf(each).includes(of.measure.how))
        .map((each) => ({
          id: each,
          name:
            each === 'deal'
              ? say({ id: 'console.sentence.deals', defaultMessage: 'deals' })
              : say({ id: 'console.sentence.activities', defaultMessage: 'activities' }),
        }))}
      value={of.from}
      onChange={(from) => set(withFrom(of, from))}
    />
  )
  const head = () => {
    if (sentence.shape === 'ratio') {
      const side = (place: 'above' | 'below', label: string) => (
        <WordPicker
          key={place}
          label={label}
          choices={partChoices(sentence[place])}
          value={sentence[place] === '' ? null : sentence[place]}
          onChange={(next) => {
            const chosen = { ...sentence, [place]: next }
            onChange({
              sentence: chosen,
              unit: ratioUnit(unitOfMetric(chosen.above), unitOfMetric(chosen.below), form.unit),
            })
          }}
        />
      )
      const shownUnits = [
        ...ratioUnits(unitOfMetric(sentence.above), unitOfMetric(sentence.below)),
        unitNow(form),
      ]
      return (
        <FormattedMessage
          id="console.sentence.edit.ratio"
          defaultMessage="{verb} {above} by {below} and show it as {unit}"
          values={{
            verb,
            above: side(
              'above',
              say({ id: 'console.sentence.place.above', defaultMessage: 'What is divided' }),
            ),
            below: side('below', say({ id: 'console.sentence.place.below', defaultMessage: 'By what' })),
            unit: (
              <WordPicker
                key="unit"
                label={say({ id: 'console.sentence.place.unit', defaultMessage: 'As what it is shown' })}
                choices={[
                  {
                    id: 'percent',
                    name: say({ id: 'console.unit.percent', defaultMessage: 'a percentage' }),
                  },
                  { id: 'money', name: say({ id: 'console.unit.money', defaultMessage: 'an amount' }) },
                  { id: 'count', name: say({ id: 'console.unit.number', defaultMessage: 'a number' }) },
                ].filter((each) => shownUnits.some((unit) => unit === each.id))}
                value={unitNow(form)}
                onChange={(unit) => {
                  if (unit === 'percent' || unit === 'money' || unit === 'count') onChange({ unit })
                }}
              />
            ),
          }}
        />
      )
    }
    if (sentence.shape === 'points')
      return <FormattedMessage id="console.sentence.edit.points" defaultMessage="{verb}:" values={{ verb }} />
    const { measure } = sentence
    if (measure.how === 'count')
      return (
        <FormattedMessage
          id="console.sentence.edit.count"
          defaultMessage="{verb} {facts}"
          values={{ verb, facts: facts(sentence) }}
        />
      )
    if (measure.how === 'days') {
      const end = (place: 'from' | 'to', label: string) => (
        <WordPicker
          key={place}
          label={label}
          choices={datesOf('deal').map((each) => ({ id: each, name: words.field(each) }))}
          value={measure[place]}
          onChange={(next) => set({ ...sentence, measure: { ...measure, [place]: next } })}
        />
      )
      return (
        <FormattedMessage
          id="console.sentence.edit.days"
          defaultMessage="{verb} from {from} to {to} of {facts}"
          values={{
            verb,
            from: end('from', say({ id: 'console.sentence.place.from', defaultMessage: 'From which date' })),
            to: end('to', say({ id: 'console.sentence.place.to', defaultMessage: 'To which date' })),
            facts: facts(sentence),
          }}
        />
      )
    }
    const { field } = measure
    return (
      <FormattedMessage
        id="console.sentence.edit.sum"
        defaultMessage="{verb} the {number} of {facts}"
        values={{
          verb,
          number: (
            <WordPicker
              key="number"
              label={say({ id: 'console.sentence.place.number', defaultMessage: 'Which number' })}
              choices={[
                ...new Set([
                  ...(field === '' ? [] : [field]),
                  ...numbersOf(sentence.from, known, file.floor),
                ]),
              ].map((each) => ({ id: each, name: words.field(each) }))}
              value={field === '' ? null : field}
              onChange={(next) => set({ ...sentence, measure: { ...measure, field: next } })}
            />
          ),
          facts: facts(sentence),
        }}
      />
    )
  }

  return (
    <div className="sentence">
      <p className="sentence-line sentence-head">{head()}</p>
      {sentence.shape === 'facts' && (
        <FactsSentenceLines sentence={sentence} floor={file.floor} known={known} onChange={set} />
      )}
      {sentence.shape === 'points' && (
        <PointsLines sentence={sentence} partChoices={partChoices} onChange={set} />
      )}
      <SentenceEnd form={form} onChange={onChange} />
    </div>
  )
}
