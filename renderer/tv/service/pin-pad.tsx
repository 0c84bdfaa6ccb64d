// The PIN, typed with the digits of a remote control or a keyboard, or with its arrows and OK alone.
import { useEffect, useState } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'

interface PinPadProps {
  readonly say: Say
  /** No PIN is looked at now. */
  readonly isWaiting: boolean
  readonly onPin: (pin: string) => void
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const shortest = 4
const longest = 8

const typed = (before: string, key: string): string => {
  if (key === 'Backspace') return before.slice(0, -1)
  return /^\d$/.test(key) ? `${before}${key}`.slice(0, longest) : before
}

export const PinPad = ({ say, isWaiting, onPin }: PinPadProps) => {
  const [pin, setPin] = useState('')
  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => setPin((before) => typed(before, key))
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
  const isReady = pin.length >= shortest && !isWaiting
  const key = (label: string, digit: string) => (
    <button
      key={digit}
      type="button"
      className="service-key"
      data-first={digit === '1' || undefined}
      onClick={() => setPin((before) => typed(before, digit))}
    >
      {label}
    </button>
  )
  return (
    <div className="service-pin">
      <p
        className="service-dots"
        role="img"
        dir="ltr"
        aria-label={say(
          { id: 'service.typed', defaultMessage: '{count, plural, one {one digit} other {# digits}}' },
          { count: pin.length },
        )}
      >
        {'•'.repeat(pin.length)}
        <span className="pad-mark" aria-hidden="true" />
      </p>
      <div className="service-keys" dir="ltr">
        {digits.map((digit) => key(digit, digit))}
        {key('⌫', 'Backspace')}
        {key('0', '0')}
        <button
          type="button"
          className="service-key"
          data-main
          aria-disabled={!isReady}
          onClick={() => {
            if (!isReady) return
            onPin(pin)
            setPin('')
          }}
        >
          {say({ id: 'service.ok', defaultMessage: 'OK' })}
        </button>
      </div>
    </div>
  )
}
