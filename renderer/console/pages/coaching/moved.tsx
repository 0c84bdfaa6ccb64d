// Somebody changed their role or their team in the middle of a plan: what the plan is of, and a new one for the days left.
import { useQueryClient } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import type { CoachingAnswer } from '../../../../shared/wire/coaching.ts'
import { coachingListQuery, drawPlanAnew } from '../../api/coaching.ts'
import { Button } from '../../kit/button.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useSubmit } from '../../shell/use-submit.ts'
import { useSay } from '../../words/words.tsx'
import { PlainDay } from '../agreed/plain-day.tsx'
import { planOf } from './what-if-sums.ts'

export function Moved({ answer }: { readonly answer: CoachingAnswer }) {
  const say = useSay()
  const client = useQueryClient()
  const { busy, fault, submit } = useSubmit()
  const { moved, who, mayPlan } = answer
  const plan = planOf(answer)
  if (!moved || !plan) return null
  const isRole = moved.what === 'role'
  const draw = () => {
    const values = { from: moved.from, to: (isRole ? who.role : who.team) ?? '' }
    const reason = say(
      { id: 'console.plan-moved.reason', defaultMessage: 'Moved from {from} to {to}' },
      values,
    )
    void submit(async () => {
      await drawPlanAnew(who.id, { reason: reason.slice(0, 300), over: plan.version })
      await client.invalidateQueries({ queryKey: coachingListQuery.queryKey })
    })
  }
  return (
    <Notice
      tone="warn"
      title={
        <FormattedMessage
          id="console.plan-moved.title"
          defaultMessage="{from} until {day}"
          values={{ from: <bdi>{moved.from}</bdi>, day: <PlainDay day={moved.on} shift={-1} /> }}
        />
      }
    >
      <p>
        {isRole ? (
          <FormattedMessage
            id="console.plan-moved.role"
            defaultMessage="The plan is still that of the role before, and stays until you draw up a new one. It is then of the new role, for the days that are left; both versions stay to be seen."
          />
        ) : (
          <FormattedMessage
            id="console.plan-moved.team"
            defaultMessage="The plan goes on as it was. Where the quota is another one by now, a new plan takes it for the days that are left; both versions stay to be seen."
          />
        )}
      </p>
      {mayPlan && (
        <p>
          <Button onPress={draw} isPending={busy}>
            <FormattedMessage
              id="console.plan-moved.re-plan"
              defaultMessage="Draw up a plan for the days left"
            />
          </Button>
        </p>
      )}
      {fault && <p role="alert">{fault}</p>}
    </Notice>
  )
}
