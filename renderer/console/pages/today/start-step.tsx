// One step of getting started: whether it is done, what it is, and the way there; or several ways, of which one is enough.
import { CircleCheck, CircleDashed } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { FormattedMessage } from 'react-intl'
import { ButtonLink } from '../../kit/button.tsx'

interface Way {
  readonly id: string
  readonly isDone: boolean
  readonly words: ReactNode
  readonly href: string
  /** On its button. */
  readonly go: ReactNode
}

export type Step = Way | (Omit<Way, 'href' | 'go'> & { readonly ways: readonly Way[] })

interface StepProps {
  readonly step: Step
  /** Whether it is the first that is not done. */
  readonly isNext: boolean
}

function Line({ step, isNext }: StepProps) {
  const { id, isDone, words } = step
  const wordsId = useId()
  return (
    <div className="start" data-done={isDone || undefined}>
      {isDone ? <CircleCheck aria-hidden="true" /> : <CircleDashed aria-hidden="true" />}
      <span className="grow" id={wordsId}>
        {words}
        {isDone && (
          <span className="unseen">
            {' '}
            <FormattedMessage id="console.start.done" defaultMessage="(done)" />
          </span>
        )}
      </span>
      {!isDone && 'href' in step && (
        <ButtonLink
          id={`start-${id}`}
          href={step.href}
          look={isNext ? 'primary' : 'plain'}
          aria-labelledby={`start-${id} ${wordsId}`}
        >
          {step.go}
        </ButtonLink>
      )}
    </div>
  )
}

export function StartStep({ step, isNext }: StepProps) {
  return (
    <li>
      <Line step={step} isNext={isNext} />
      {'ways' in step && (
        <ul className="starts start-ways">
          {step.ways.map((way) => (
            <li key={way.id}>
              {/* None of them before the others. */}
              <Line step={way} isNext={isNext} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
