// Lengths of time in words.
import { useSay } from '../words/words.tsx'

/** "1 min 20 s"; seconds are left out of hours. */
export const useSpanWords = (): ((seconds: number) => string) => {
  const say = useSay()
  return (seconds) => {
    const whole = Math.round(seconds)
    const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
    if (h > 0)
      return say(
        { id: 'console.span.hours', defaultMessage: '{h} h{m, plural, =0 {} other { {m} min}}' },
        { h, m },
      )
    if (m > 0)
      return say(
        { id: 'console.span.minutes', defaultMessage: '{m} min{s, plural, =0 {} other { {s} s}}' },
        { m, s },
      )
    return say({ id: 'console.span.seconds', defaultMessage: '{s} s' }, { s })
  }
}
