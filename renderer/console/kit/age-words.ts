// How long ago something was, as short as it is understood.
import { useSay } from '../words/words.tsx'

/** "14 min", "3 h", "2 days"; under a minute "less than a minute". */
export const useAgeWords = (): ((ms: number) => string) => {
  const say = useSay()
  return (ms) => {
    const minutes = Math.floor(ms / 60_000)
    if (minutes < 1) return say({ id: 'console.age.now', defaultMessage: 'less than a minute' })
    if (minutes < 60) return say({ id: 'console.age.minutes', defaultMessage: '{minutes} min' }, { minutes })
    const hours = Math.floor(minutes / 60)
    if (hours < 48) return say({ id: 'console.age.hours', defaultMessage: '{hours} h' }, { hours })
    return say(
      { id: 'console.age.days', defaultMessage: '{days, plural, one {# day} other {# days}}' },
      { days: Math.floor(hours / 24) },
    )
  }
}
