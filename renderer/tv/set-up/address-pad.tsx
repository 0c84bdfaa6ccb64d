// An address, typed letter by letter with a remote control, or on a keyboard.
import { useEffect, useState } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'

interface AddressPadProps {
  readonly say: Say
  readonly isBusy: boolean
  readonly onBack: () => void
  readonly onConnect: (text: string) => void
}

const rows = ['1234567890', 'abcdefghij', 'klmnopqrst', 'uvwxyz.-:/'] as const
/** As the shell takes it. */
const longest = 200

const typed = (before: string, key: string): string => {
  if (key === 'Backspace') return before.slice(0, -1)
  return key.length === 1 ? `${before}${key}`.slice(0, longest) : before
}

export const AddressPad = ({ say, isBusy, onBack, onConnect }: AddressPadProps) => {
  const [text, setText] = useState('')
  const type = (key: string): void => setText((before) => typed(before, key))
  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => setText((before) => typed(before, key))
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return (
    <div className="pad">
      <p className="pad-text" dir="ltr" aria-live="polite">
        {text}
        <span className="pad-mark" aria-hidden="true" />
      </p>
      <div className="pad-keys" dir="ltr">
        {rows.map((row) =>
          [...row].map((letter) => (
            <button
              key={letter}
              type="button"
              className="pad-key"
              data-first={letter === '1' || undefined}
              onClick={() => type(letter)}
            >
              {letter}
            </button>
          )),
        )}
      </div>
      <div className="pad-acts">
        <button type="button" className="pad-act" onClick={onBack}>
          {say({ id: 'set-up.back', defaultMessage: 'Back' })}
        </button>
        <button type="button" className="pad-act" onClick={() => type('Backspace')}>
          {say({ id: 'set-up.delete', defaultMessage: 'Delete' })}
        </button>
        <button
          type="button"
          className="pad-act"
          data-main
          aria-disabled={isBusy || text === ''}
          onClick={() => {
            if (!isBusy && text !== '') onConnect(text)
          }}
        >
          {say({ id: 'set-up.connect', defaultMessage: 'Connect' })}
        </button>
      </div>
    </div>
  )
}
