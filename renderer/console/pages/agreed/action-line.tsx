// Something that was agreed, to be ticked off.
import { Check, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import { Button } from '../../kit/button.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import '../../kit/check-list.css'

interface ActionLineProps {
  readonly what: string
  readonly isDone: boolean
  readonly tick: (isDone: boolean) => Promise<unknown>
  /** Null where they may not take it away. */
  readonly remove: (() => Promise<unknown>) | null
  /** What else is said of it. */
  readonly children: ReactNode
}

export function ActionLine({ what, isDone, tick, remove, children }: ActionLineProps) {
  const say = useSay()
  const act = useAct()
  return (
    <li className="action" data-done={isDone ? '' : undefined}>
      <Checkbox
        className="check action-check"
        isSelected={isDone}
        onChange={(next) =>
          void act(async () => {
            await tick(next)
            return null
          })
        }
      >
        <span className="check-box" aria-hidden="true">
          <Check />
        </span>
        <span className="action-words">
          <span className="action-what" dir="auto">
            {what}
          </span>
          {children}
        </span>
      </Checkbox>
      {remove && (
        <Button
          look="quiet"
          size="small"
          icon={<Trash2 />}
          aria-label={say({ id: 'console.action.remove', defaultMessage: 'Remove “{what}”' }, { what })}
          onPress={() =>
            void act(async () => {
              await remove()
              return say({ id: 'console.talks.removed', defaultMessage: 'Removed for good.' })
            })
          }
        />
      )}
    </li>
  )
}
