// Two ways to fill the grid at once: last quarter's goals and some more, and a sum spread over the working days.
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { readTypedAmount } from '../../../../shared/domain/standing/goal-sheet/read-amounts.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { NumberField, TextField } from '../../kit/field.tsx'
import { Picker } from '../../kit/picker.tsx'
import { useSay } from '../../words/words.tsx'

export function CopyDialog({
  onCopy,
  onClose,
}: {
  readonly onCopy: (percent: number) => void
  readonly onClose: () => void
}) {
  const say = useSay()
  const [share, setShare] = useState(0.1)
  return (
    <Dialog
      isOpen
      width="narrow"
      onClose={onClose}
      title={
        <FormattedMessage id="console.goals.copy.title" defaultMessage="Last quarter’s goals, and more" />
      }
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button look="primary" onPress={() => onCopy(Math.round(share * 100))}>
            <FormattedMessage id="console.goals.fill" defaultMessage="Fill the grid" />
          </Button>
        </>
      }
    >
      <p className="soft">
        <FormattedMessage
          id="console.goals.copy.note"
          defaultMessage="Each period that is shown gets the goal of the one a quarter before it, changed by so much. Nothing is saved by it yet."
        />
      </p>
      <NumberField
        label={say({ id: 'console.goals.copy.plus', defaultMessage: 'Plus' })}
        value={share}
        min={-0.9}
        max={5}
        step={0.01}
        format={{ style: 'percent', signDisplay: 'exceptZero' }}
        onChange={setShare}
      />
    </Dialog>
  )
}

interface SpreadDialogProps {
  /** Whose goals: `each` is everybody, each with the same sum. */
  readonly subjects: readonly { readonly id: string; readonly name: string }[]
  readonly locale: string
  readonly onSpread: (subject: string, sum: number) => void
  readonly onClose: () => void
}

export function SpreadDialog({ subjects, locale, onSpread, onClose }: SpreadDialogProps) {
  const say = useSay()
  const [subject, setSubject] = useState(subjects[0]?.id ?? '')
  const [text, setText] = useState('')
  const read = readTypedAmount(text, locale)
  const isWrong = read.is !== 'amount' && read.is !== 'empty'
  return (
    <Dialog
      isOpen
      width="narrow"
      onClose={onClose}
      title={<FormattedMessage id="console.goals.spread" defaultMessage="Spread a sum over working days" />}
      actions={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="console.cancel" defaultMessage="Cancel" />
          </Button>
          <Button
            look="primary"
            isDisabled={read.is !== 'amount' || subject === ''}
            onPress={() => read.is === 'amount' && onSpread(subject, read.amount)}
          >
            <FormattedMessage id="console.goals.fill" defaultMessage="Fill the grid" />
          </Button>
        </>
      }
    >
      <Picker
        label={say({ id: 'console.goals.spread.whose', defaultMessage: 'Whose' })}
        value={subject}
        choices={subjects}
        onChange={setSubject}
      />
      <TextField
        label={say({ id: 'console.goals.spread.sum', defaultMessage: 'Sum of the periods that are shown' })}
        value={text}
        onChange={setText}
        error={
          isWrong
            ? say({ id: 'console.goals.no-number', defaultMessage: '“{text}” is no number.' }, { text })
            : undefined
        }
        hint={say({
          id: 'console.goals.spread.note',
          defaultMessage:
            'A month with more working days gets more of it. Their days off, holidays and the time before they came count as none.',
        })}
      />
    </Dialog>
  )
}
