// Asks why the plan is drawn up anew, and shows what will hold from today on.
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { type CoachingAnswer, NewPlan } from '../../../../shared/wire/coaching.ts'
import type { Plan } from '../../../../shared/wire/plan.ts'
import { coachingListQuery, drawPlanAnew } from '../../api/coaching.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { askWords, metricOf, rateWords } from './figures.ts'
import { useFloorFormat } from './use-floor-format.ts'
import { newPlanOf, type Supposed } from './what-if-sums.ts'

const longestReason = 300

interface RePlanDialogProps {
  readonly answer: CoachingAnswer
  readonly plan: Plan
  readonly tried: Supposed
  /** Of the first step a day. */
  readonly needed: number
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Mounted while it is open. */
export function RePlanDialog({ answer, plan, tried, needed, onDone, onClose }: RePlanDialogProps) {
  const say = useSay()
  const client = useQueryClient()
  const format = useFloorFormat()
  const { busy, fault, submit } = useSubmit()
  const [reason, setReason] = useState('')
  const { who, metrics, readings } = answer
  const changes = newPlanOf(plan, tried)
  const parsed = NewPlan.safeParse({ ...changes, reason })
  const [first, last] = [metrics[0], metrics.at(-1)]
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!parsed.success || busy) return
    void submit(async () => {
      const { plan: drawn } = await drawPlanAnew(who.id, parsed.data)
      await client.invalidateQueries({ queryKey: coachingListQuery.queryKey })
      toast({
        said: say(
          {
            id: 'console.re-plan.done',
            defaultMessage: 'Version {version} of the plan holds from today on.',
          },
          { version: drawn.version },
        ),
        tone: 'done',
      })
      onDone()
      onClose()
    })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say(
        { id: 'console.re-plan.title', defaultMessage: 'A new plan for {name}' },
        { name: who.face.short },
      )}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button type="submit" form="re-plan" look="primary" isDisabled={!parsed.success} isPending={busy}>
            <FormattedMessage id="console.re-plan.do" defaultMessage="Draw up the plan" />
          </Button>
        </>
      }
    >
      <form id="re-plan" className="form" onSubmit={send}>
        <p className="soft">
          <FormattedMessage
            id="console.re-plan.note"
            defaultMessage="It takes the place of version {version} from today on, and asks about {needed} {noun} a day. What was won before today is taken off. The versions before it stay to be seen."
            values={{
              version: plan.version,
              needed: askWords(format, needed, first?.unit ?? 'count'),
              noun: <bdi>{first?.noun}</bdi>,
            }}
          />
        </p>
        <ul>
          {changes.quota !== undefined && last && (
            <li>
              <FormattedMessage
                id="console.re-plan.quota"
                defaultMessage="Quota {quota}, not {before}"
                values={{
                  quota: format.value(changes.quota, last.unit),
                  before: format.value(plan.quota, last.unit),
                }}
              />
            </li>
          )}
          {Object.entries(changes.rates ?? {}).map(([metric, rate]) => {
            const to = metricOf(metrics, metric)
            const from = to && metrics[metrics.indexOf(to) - 1]
            const before = plan.steps.find((step) => step.metric === metric)?.rate?.value ?? null
            if (!to || !from) return null
            const isShare =
              readings.find((reading) => reading.metric === metric)?.isShare ?? from.unit === to.unit
            // With a decimal place more than elsewhere: what is sent may differ by less than a percent.
            const exact = (value: number | null) =>
              isShare ? format.full(value, 'percent') : rateWords(format, value, isShare, to.unit)
            return (
              <li key={metric}>
                <FormattedMessage
                  id="console.re-plan.rate"
                  defaultMessage="{from} → {to} at {rate}, not {before}"
                  values={{
                    from: from.name,
                    to: to.name,
                    rate: exact(rate),
                    before: exact(before),
                  }}
                />
              </li>
            )
          })}
        </ul>
        <TextField
          label={say({ id: 'console.re-plan.reason', defaultMessage: 'Why' })}
          hint={
            <FormattedMessage
              id="console.re-plan.reason.hint"
              defaultMessage="It stands beside the plan, and {name} reads it too."
              values={{ name: who.face.short }}
            />
          }
          value={reason}
          onChange={setReason}
          maxLength={longestReason}
          multiline
          autoFocus
          required
        />
        {fault !== null && <Notice tone="bad">{fault}</Notice>}
      </form>
    </Dialog>
  )
}
