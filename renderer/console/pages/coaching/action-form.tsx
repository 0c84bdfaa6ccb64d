// Something to agree on with somebody: about which step, as a rule that of the point.
import { useQueryClient } from '@tanstack/react-query'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { NewAction } from '../../../../shared/wire/coaching-talks.ts'
import { changeTalks } from '../../api/talks.ts'
import { useSay } from '../../words/words.tsx'
import { AgreeForm } from '../agreed/agree-form.tsx'
import { metricOf } from './figures.ts'
import './talks.css'

export function ActionForm({ answer }: { readonly answer: CoachingAnswer }) {
  const say = useSay()
  const client = useQueryClient()
  const { who, point, readings, metrics } = answer
  const steps = readings.flatMap(({ metric, from }) => {
    const [to, before] = [metricOf(metrics, metric), metricOf(metrics, from)]
    return to && before ? [{ id: metric, name: `${before.name} → ${to.name}` }] : []
  })
  return (
    <AgreeForm
      draftKey={`action:${who.id}`}
      example={say({ id: 'console.action.what.example', defaultMessage: 'Ask for the meeting earlier' })}
      choiceLabel={say({ id: 'console.action.step', defaultMessage: 'About which step' })}
      none={say({ id: 'console.action.no-step', defaultMessage: 'None of them' })}
      choices={steps}
      first={'link' in point ? readings[point.link]?.metric : undefined}
      read={({ choice: step, ...agreed }) => NewAction.safeParse({ ...agreed, step }).data ?? null}
      send={(action) => changeTalks(client, who.id, { do: 'agree', action })}
    />
  )
}
