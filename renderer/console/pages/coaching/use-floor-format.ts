// Numbers in the floor's locale and currency, as the wall writes them.
import { useMemo } from 'react'
import { createFormat, type Format } from '../../../../shared/domain/words/format.ts'
import { useMe } from '../../api/queries.ts'

/** Until the floor is known. */
const unknownFloor = { locale: 'en-US', currency: 'USD' }

export const useFloorFormat = (): Format => {
  const { locale, currency } = useMe()?.floor ?? unknownFloor
  return useMemo(() => createFormat({ locale, currency }), [locale, currency])
}
