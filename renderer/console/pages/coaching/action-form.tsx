// Something to agree on: what, about which step, and by when.
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { z } from 'zod'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { NewAction } from '../../../../shared/wire/coaching-talks.ts'
import { newUuid } from '../../api/new-uuid.ts'
import { changeTalks } from '../../api/talks.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useDraft } from '../../kit/use-draft.ts'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { metricOf } from './figures.ts'
import './talks.css'

const longest = 300
const noStep = ''

const Draft = z.object({ id: z.string(), what: z.string(), step: z.string(), dueOn: z.string() })

/** What is agreed is about the point, as a rule. */
const nothingYet = ({ point, readings }: CoachingAnswer): z.infer<typeof Draft> => ({
  id: '',
  what: '',
  step: 'link' in point ? (readings[point.link]?.metric ?? noStep) : noStep,
  dueOn: '',
})

interface ActionFormProps {
  readonly answer: CoachingAnswer
}

export function ActionForm({ answer }: ActionFormProps) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const person = answer.who.id
  const [nothing] = useState(() => nothingYet(answer))
  const draft = useDraft(`action:${person}`, Draft, nothing)
  const { what, step, dueOn } = draft.value
  const steps = answer.readings.flatMap(({ metric, from }) => {
    const [to, before] = [metricOf(answer.metrics, metric), metricOf(answer.metrics, from)]
    return to && before ? [{ id: metric, name: `${before.name} → ${to.name}` }] : []
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    // One id for all tries: what is sent twice is written once.
    const id = draft.value.id === '' ? newUuid() : draft.value.id
    const parsed = NewAction.safeParse({
      id,
      what,
      step: step === noStep ? null : step,
      dueOn: dueOn === '' ? null : dueOn,
    })
    if (!parsed.success || busy) return
    draft.set({ id })
    void submit(async () => {
      await changeTalks(client, person, { do: 'agree', action: parsed.data })
      draft.forget()
    })
  }
  return (
    <form className="talk-form" onSubmit={send}>
      <TextField
        label={say({ id: 'console.action.what', defaultMessage: 'Agree on something' })}
        placeholder={say({
          id: 'console.action.what.example',
          defaultMessage: 'Ask for the meeting earlier',
        })}
        value={what}
        onChange={(value) => draft.set({ what: value })}
        maxLength={longest}
      />
      {what.trim() !== '' && (
        <>
          <div className="form-row">
            <Picker
              label={say({ id: 'console.action.step', defaultMessage: 'About which step' })}
              choices={[
                { id: noStep, name: say({ id: 'console.action.no-step', defaultMessage: 'None of them' }) },
                ...steps,
              ]}
              value={step}
              onChange={(value) => draft.set({ step: value })}
            />
            <TextField
              label={say({ id: 'console.action.due', defaultMessage: 'By when' })}
              type="date"
              value={dueOn}
              onChange={(value) => draft.set({ dueOn: value })}
            />
          </div>
          {/* Not as pending: that is read out by a button which is gone once it is sent. */}
          <Button type="submit" isDisabled={busy}>
            <FormattedMessage id="console.action.agree" defaultMessage="Agreed" />
          </Button>
        </>
      )}
      {fault !== null && <Notice tone="bad">{fault}</Notice>}
    </form>
  )
}
