// How long it is until then; once it is over, what was to be said.

import { memo, useEffect, useState } from 'react'
import type { Countdown as CountdownView } from '../../../shared/wire/boards/announcement-board.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { zonedFormat } from '../../ui/zoned-format.ts'
import { timeLeft, unitWord } from './countdown-parts.ts'
import './countdown.css'

/** Draws again when a figure changes, once a minute or once a second, and never after the end. */
const useTimeLeft = (to: number) => {
  const { feedNow } = useSurroundings()
  const [now, look] = useState(feedNow)
  const left = timeLeft(to - now)
  useEffect(() => {
    if (to - now <= 0) return
    // Timers may come a little early; one millisecond on the far side is always past the change.
    const waitMs = Math.max(0, now + timeLeft(to - now).changesInMs - feedNow())
    const timer = setTimeout(() => look(feedNow()), Math.ceil(waitMs) + 1)
    return () => clearTimeout(timer)
  }, [to, now, feedNow])
  return left.parts
}

export const Countdown = memo(({ countdown: { to, afterwards } }: { readonly countdown: CountdownView }) => {
  const { format, locale, timeZone } = useSurroundings()
  const parts = useTimeLeft(to)
  if (parts === null)
    return afterwards === null ? null : (
      <p className="countdown-over" dir="auto">
        {afterwards}
      </p>
    )
  const then = zonedFormat(to, locale, timeZone, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  })
  return (
    <div className="countdown" role="timer">
      <ol className="countdown-parts" {...phrase}>
        {parts.map(({ unit, count, figure }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          <li className="countdown-part" key={index}>
            <span className="countdown-figure">{figure}</span>
            <span className="countdown-unit">{unitWord(unit, count, format.say)}</span>
          </li>
        ))}
      </ol>
      <span className="countdown-then" {...phrase}>
        {format.say({ id: 'countdown.until', defaultMessage: 'until' })} <bdi>{then}</bdi>
      </span>
    </div>
  )
})
Countdown.displayName = 'Countdown'
