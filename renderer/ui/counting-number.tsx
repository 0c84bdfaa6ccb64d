// A number that counts to its new value in place. React draws it once; after that its text is written directly, so
// that a count re-renders nothing.
import { memo, useEffect, useRef, useState } from 'react'
import type { Unit } from '../../shared/wire/view.ts'
import { createCounter } from './counting.ts'
import { useSurroundings } from './surroundings.tsx'

const counter = createCounter()

interface CountingNumberProps {
  readonly amount: number | null
  readonly unit: Unit
  readonly className?: string
}

export const CountingNumber = memo(({ amount, unit, className }: CountingNumberProps) => {
  const { format, calm } = useSurroundings()
  const element = useRef<HTMLSpanElement>(null)
  const shown = useRef(amount)
  const [firstText] = useState(() => format.value(amount, unit))

  useEffect(() => {
    const write = (next: number | null) => {
      shown.current = next
      const text = format.value(next, unit)
      const node = element.current?.firstChild
      if (node && node.nodeValue !== text) node.nodeValue = text
    }
    const from = shown.current
    if (calm || from === null || amount === null || from === amount) {
      write(amount)
      return
    }
    return counter.count(from, amount, write)
  }, [amount, unit, format, calm])

  return (
    <span ref={element} className={className}>
      {firstText}
    </span>
  )
})
CountingNumber.displayName = 'CountingNumber'
