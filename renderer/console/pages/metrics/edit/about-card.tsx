// What is said about a metric beside its sentence: its name, the question that it answers, and where it belongs.
import { FormattedMessage } from 'react-intl'
import type { MetricForm } from '../../../../../shared/domain/metric-drafts/metric-form.ts'
import { Metric } from '../../../../../shared/wire/floor.ts'
import { Card } from '../../../kit/card.tsx'
import { TextField } from '../../../kit/field.tsx'
import { Picker } from '../../../kit/picker.tsx'
import { useSay } from '../../../words/words.tsx'

interface AboutCardProps {
  readonly form: MetricForm
  readonly onChange: (change: Partial<MetricForm>) => void
}

const { options: questions } = Metric.shape.question

const useQuestionWords = (): ((question: MetricForm['question']) => string) => {
  const say = useSay()
  return (question) => {
    switch (question) {
      case 'activity':
        return say({ id: 'console.question.activity', defaultMessage: 'Activity: how much is done?' })
      case 'pipeline-creation':
        return say({ id: 'console.question.creation', defaultMessage: 'New pipeline: does it become deals?' })
      case 'pipeline-hygiene':
        return say({ id: 'console.question.hygiene', defaultMessage: 'Care: is the pipeline being worked?' })
      case 'pipeline-velocity':
        return say({ id: 'console.question.velocity', defaultMessage: 'Pace: does it move?' })
      case 'results':
        return say({ id: 'console.question.results', defaultMessage: 'Results: what came of it?' })
    }
  }
}

export function AboutCard({ form, onChange }: AboutCardProps) {
  const say = useSay()
  const questionWords = useQuestionWords()
  return (
    <Card
      title={<FormattedMessage id="console.metric.about" defaultMessage="What it is called, and what for" />}
    >
      <div className="form">
        <div className="form-row">
          <TextField
            label={say({ id: 'console.metric.name', defaultMessage: 'Name' })}
            value={form.name}
            maxLength={120}
            onChange={(name) => onChange({ name })}
          />
          <TextField
            label={say({ id: 'console.metric.noun', defaultMessage: 'Beside a number (may stay empty)' })}
            placeholder={say({ id: 'console.metric.noun.example', defaultMessage: 'meetings' })}
            value={form.noun}
            maxLength={120}
            onChange={(noun) => onChange({ noun })}
          />
        </div>
        <TextField
          label={say({ id: 'console.metric.objective', defaultMessage: 'The question it answers' })}
          placeholder={say({
            id: 'console.metric.objective.example',
            defaultMessage: 'How many deals of some size do we win?',
          })}
          value={form.objective}
          maxLength={300}
          onChange={(objective) => onChange({ objective })}
        />
        <div className="form-row">
          <Picker
            label={say({ id: 'console.metric.indicator', defaultMessage: 'Activity or result' })}
            choices={[
              {
                id: 'input',
                name: say({ id: 'console.metrics.input', defaultMessage: 'In their hands' }),
                note: say({
                  id: 'console.metric.input.note',
                  defaultMessage: 'What people do: calls, meetings',
                }),
              },
              {
                id: 'output',
                name: say({ id: 'console.metrics.output', defaultMessage: 'What comes of it' }),
                note: say({ id: 'console.metric.output.note', defaultMessage: 'Results: revenue, win rate' }),
              },
            ]}
            value={form.indicator}
            onChange={(indicator) => {
              if (indicator === 'input' || indicator === 'output') onChange({ indicator })
            }}
          />
          <Picker
            label={say({ id: 'console.metric.question', defaultMessage: 'What it is about' })}
            choices={questions.map((id) => ({ id, name: questionWords(id) }))}
            value={form.question}
            onChange={(question) => onChange({ question })}
          />
        </div>
      </div>
    </Card>
  )
}
