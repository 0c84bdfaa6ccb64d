// The currencies of ISO 4217, as of 1 January 2026, with the decimal places of their minor units. A table of our own:
// what a runtime's `Intl` knows differs from version to version, leaves out funds such as CLF, and for IDR or COP has the
// decimals that people print.

/** List one: currencies, funds, metals and codes for tests, where the minor unit is a hundredth. */
const hundredths =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP ' +
  'COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR ' +
  'JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN ' +
  'NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL ' +
  'THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG'

/** Without a smaller unit. */
const whole = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'

/** ISO gives these no minor unit ("N.A."): metals, units of account, the codes for tests and for none. */
const withoutMinorUnit = 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'

const thousandths = 'BHD IQD JOD KWD LYD OMR TND'

const tenThousandths = 'CLF UYW'

/** List three, of those withdrawn since 2011, which deals of the past are still written in. */
const withdrawn = 'ANG BGN CUC EEK HRK LTL LVL MRO SLL STD VEF ZMK ZWL'

const withdrawnWhole = 'BYR'

const decimals: ReadonlyMap<string, number> = new Map(
  (
    [
      [hundredths, 2],
      [withdrawn, 2],
      [whole, 0],
      [withdrawnWhole, 0],
      [withoutMinorUnit, 0],
      [thousandths, 3],
      [tenThousandths, 4],
    ] as const
  ).flatMap(([codes, places]) => codes.split(' ').map((code): [string, number] => [code, places])),
)

export const currencyCodes: readonly string[] = [...decimals.keys()].sort()

/** Null for what is no currency. */
export const decimalsOf = (currency: string): number | null => decimals.get(currency) ?? null
