// Numbers in full, and amounts in the currency that they came in.
import { useMemo } from 'react'
import { createFormat } from '../../../../shared/domain/words/format.ts'
import type { ExplainedFact } from '../../../../shared/wire/explained.ts'
import type { Unit } from '../../../../shared/wire/view-parts.ts'
import { useMe } from '../../api/queries.ts'

export const useMoneyWords = () => {
  const floor = useMe()?.floor
  return useMemo(() => {
    const { locale, currency } = floor ?? { locale: 'en-US', currency: 'USD' }
    const own = createFormat({ locale, currency })
    return {
      full: (amount: number | null, unit: Unit): string => own.full(amount, unit),
      inOwn: (amount: NonNullable<ExplainedFact['amount']>): string =>
        createFormat({ locale, currency: amount.currency }).full(amount.minor, 'money'),
    }
  }, [floor])
}
