// A local date, or the day of an instant, as people write it.
import { useIntl } from 'react-intl'

/** A date `YYYY-MM-DD`, which is the same everywhere, or epoch ms, in the zone of whoever reads. */
export const useDateWords = (): ((of: string | number) => string) => {
  const { formatDate } = useIntl()
  return (of) =>
    formatDate(of, {
      ...{ day: 'numeric', month: 'short', year: 'numeric' },
      ...(typeof of === 'string' && { timeZone: 'UTC' }),
    })
}
