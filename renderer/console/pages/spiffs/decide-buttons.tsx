// Approves or refuses one payment.
import { Check, X } from 'lucide-react'
import type { SpiffLine } from '../../../../shared/wire/spiffs.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../words/words.tsx'
import type { useSpiffWords } from './use-spiff-words.ts'

interface DecideButtonsProps {
  readonly line: SpiffLine
  readonly words: Pick<ReturnType<typeof useSpiffWords>, 'did' | 'on'>
  readonly isBusy: boolean
  readonly onApprove: () => void
  readonly onRefuse: () => void
}

export function DecideButtons({ line, words, isBusy, onApprove, onRefuse }: DecideButtonsProps) {
  const say = useSay()
  const values = { name: line.person.name, did: words.did(line), on: words.on(line.on) }
  return (
    <div className="spiff-decide">
      <Button
        look="quiet"
        icon={<Check />}
        isDisabled={isBusy}
        aria-label={say(
          { id: 'console.spiff.approve.one', defaultMessage: 'Approve: {name} {did}, {on}' },
          values,
        )}
        onPress={onApprove}
      />
      <Button
        look="quiet"
        icon={<X />}
        isDisabled={isBusy}
        aria-label={say(
          { id: 'console.spiff.refuse.one', defaultMessage: 'Refuse: {name} {did}, {on}' },
          values,
        )}
        onPress={onRefuse}
      />
    </div>
  )
}
