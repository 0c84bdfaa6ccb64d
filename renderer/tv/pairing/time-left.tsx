// How long the code still lives: a bar that empties on the compositor, and the minutes and seconds in words.
import { type CSSProperties, useEffect, useState } from 'react'
import type { Say } from '../../../shared/domain/words/say.ts'

interface TimeLeftProps {
  /** This machine's running time, ms. */
  readonly askedAt: number
  readonly endsAt: number
  readonly running: () => number
  readonly say: Say
}

const inMinutes = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export const TimeLeft = ({ askedAt, endsAt, running, say }: TimeLeftProps) => {
  const [now, setNow] = useState(running)
  useEffect(() => {
    const timer = setInterval(() => setNow(running()), 1000)
    return () => clearInterval(timer)
  }, [running])
  const [begun] = useState(running)
  const fill = {
    animationDuration: `${endsAt - askedAt}ms`,
    animationDelay: `${askedAt - begun}ms`,
  } as CSSProperties
  return (
    <div className="pairing-time">
      <span className="pairing-bar" aria-hidden="true">
        <span className="pairing-left" style={fill} />
      </span>
      <span role="timer">
        {say(
          { id: 'pairing.new-code', defaultMessage: 'new code in {time}' },
          { time: inMinutes(endsAt - now) },
        )}
      </span>
    </div>
  )
}
