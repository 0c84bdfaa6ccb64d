// [S3] Whatever the language and the currency, a figure without a sign for its size is the exact one.
import { expect, test } from 'vitest'
import { propertyRuns } from '../../../test/property-runs.ts'
import { exponentOf } from './currency-exponent.ts'
import { createFormat, type Format } from './format.ts'

/** The languages of CLDR, with the regions and digits in which they write numbers otherwise. */
const languages =
  'af agq ak am ar ar-AE ar-EG ar-MA as asa ast az az-Cyrl bas be bem bez bg bgc bho blo bm bn bo br brx bs bs-Cyrl ca ' +
  'ccp ce ceb cgg chr ckb cs csw cv cy da dav de de-AT de-CH de-LI dje doi dsb dua dyo dz ebu ee el en en-AU en-CA ' +
  'en-CH en-GB en-IN en-ZA eo es es-419 es-AR es-CL es-MX es-US et eu ewo fa fa-AF ff ff-Adlm fi fil fo fr fr-CA fr-CH ' +
  'fur fy ga gd gl gsw gu guz gv ha haw he hi hi-Latn hr hsb hu hy ia id ie ig ii is it it-CH ja jgo jmc jv ka kab kam ' +
  'kde kea kgp khq ki kk kkj kl kln km kn ko kok ks ks-Deva ksb ksf ksh ku kw kxv ky lag lb lg lij lkt lmo ln lo lrc lt ' +
  'lu luo luy lv mai mas mer mfe mg mgh mgo mi mk ml mn mni mr ms mt mua my mzn naq nb nd nds ne nl nl-BE nmg nn nnh nqo ' +
  'nus nyn oc om or os pa pa-Arab pcm pl prg ps pt pt-PT qu raj rm rn ro rof ru rw rwk sa sah saq sat sbp sc sd ' +
  'sd-Deva se seh ses sg shi si sk sl smn sn so sq sr sr-Latn su sv sw syr szl ta te teo tg th ti tk to tok tr tt twq ' +
  'tzm ug uk ur ur-IN uz uz-Arab uz-Cyrl vai vec vi vmw vun wae wo xh xnr xog yav yi yo yrl yue yue-Hans za zgh zh ' +
  'zh-HK zh-Hans zh-Hant zu'
const locales = Intl.NumberFormat.supportedLocalesOf(languages.split(' '))
const currencies = Intl.supportedValuesOf('currency')

/** Whole units: around each limit at which the wall begins to round, and between them. */
const amounts = [7, 4_234, 9_949, 9_950, 12_500, 62_500, 99_500, 412_345, 999_499, 999_500, 12_345_678]

/** The digits of a text as a number, whichever script they are in; null without any. */
const digitsIn = (text: string): number | null => {
  const digits = [...text].flatMap((letter) => {
    if (!/\p{Nd}/u.test(letter)) return []
    const code = letter.codePointAt(0) ?? 0
    let zero = code
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1
    return [code - zero]
  })
  return digits.length === 0 ? null : Number(digits.join(''))
}

/** What is written around the digits. Without a sign for the size it is the same for each amount. */
const around = (text: string): string => text.replaceAll(/[\p{Nd}\s\p{Cf}.,’'٬٫،]/gu, '')

type Writers = Readonly<Record<string, (amount: number) => string>>

const moneyWriters = (format: Format, scale: number): Writers => ({
  value: (amount) => format.value(amount * scale, 'money'),
  unsigned: (amount) => format.unsigned(amount * scale, 'money'),
  delta: (amount) => format.delta(amount * scale, 'money'),
  full: (amount) => format.full(amount * scale, 'money'),
})
const countWriters = (format: Format): Writers => ({
  count: (amount) => format.value(amount, 'count'),
  points: (amount) => format.delta(amount, 'points'),
})

/** Those of `writersOf` that are wrong, in a language and a currency. */
const wrongFigures = (
  locale: string,
  currency: string,
  writersOf: (format: Format, scale: number) => Writers,
): string[] => {
  const format = createFormat({ locale, currency })
  return Object.entries(writersOf(format, 10 ** exponentOf(currency))).flatMap(([name, write]) => {
    const bare = around(write(7))
    return amounts.flatMap((amount) => {
      const text = write(amount)
      return around(text) !== bare || digitsIn(text) === amount
        ? []
        : [`${locale} ${currency} ${name} ${amount}: ${text}`]
    })
  })
}

test('[S3] in every language a figure without a sign for its size is exact', () => {
  expect(locales.length).toBeGreaterThan(100)
  // The long proofs try those without and with three decimals too; below every one is tried, in languages of each kind.
  const own = ['EUR', ...(propertyRuns(1) > 1 ? ['JPY', 'KWD'] : [])]
  const wrong = locales.flatMap((locale) => [
    ...own.flatMap((currency) => wrongFigures(locale, currency, moneyWriters)),
    ...wrongFigures(locale, 'EUR', countWriters),
  ])
  expect(wrong).toEqual([])
})

test('[S3] in every currency a sum without a sign for its size is exact', () => {
  expect(currencies.length).toBeGreaterThan(100)
  // The long proofs try all of them: which language has which signs does not depend on the currency.
  const spoken = ['de', 'ja', 'ar-EG', ...(propertyRuns(1) > 1 ? ['en', 'it', 'hi', 'de-CH', 'bn'] : [])]
  const wrong = currencies.flatMap((currency) =>
    spoken.flatMap((locale) => wrongFigures(locale, currency, moneyWriters)),
  )
  expect(wrong).toEqual([])
})

test('a count is written alike whatever the currency', () => {
  const written = (currency: string) => {
    const { count, points } = countWriters(createFormat({ locale: 'de', currency }))
    return amounts.map((amount) => [count?.(amount), points?.(amount)])
  }
  for (const currency of currencies) expect(written(currency)).toEqual(written('EUR'))
})

test.each([
  [12_500, '12.500 €', '12.500'],
  [62_500, '62.500 €', '62.500'],
  [4_234, '4.234 €', '4.234'],
  [999_499, '999.499 €', '999.499'],
  [999_500, '1,00 Mio. €', '1,00 Mio.'],
  [-35_000, '−35.000 €', '−35.000'],
])('[S3] in German, %d euros are %s', (amount, text, bare) => {
  const german = createFormat({ locale: 'de-DE', currency: 'EUR' })
  const plain = (each: string) => each.replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(plain(german.value(amount * 100, 'money'))).toBe(text)
  expect(plain(german.unsigned(amount * 100, 'money'))).toBe(bare)
})
