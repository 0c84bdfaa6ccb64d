// How many decimal places money has in a currency.
import { decimalsOf } from '../../wire/iso-4217.ts'

/** Decimal places of a currency's minor unit (ISO 4217): USD 2, JPY 0, KWD 3, CLF 4; 2 for what is no currency. */
export const exponentOf = (currency: string): number => decimalsOf(currency) ?? 2
