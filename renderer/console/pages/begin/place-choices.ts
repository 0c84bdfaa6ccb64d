// Where a floor may be: time zones by city, currencies and languages by name, as this browser knows them.
import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import { currencyCodes } from '../../../../shared/wire/iso-4217.ts'
import { TimeZone } from '../../../../shared/wire/text.ts'

export interface PlaceChoice {
  readonly id: string
  readonly name: string
}

/** Of languages that numbers and dates can be written in, those of most floors; the browser's own is first. */
const languages = [
  'en-US',
  'en-GB',
  'en-CA',
  'en-AU',
  'en-IN',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-CA',
  'es-ES',
  'es-MX',
  'pt-BR',
  'pt-PT',
  'it-IT',
  'nl-NL',
  'sv-SE',
  'da-DK',
  'nb-NO',
  'fi-FI',
  'pl-PL',
  'cs-CZ',
  'tr-TR',
  'ja-JP',
  'ko-KR',
  'zh-CN',
  'zh-TW',
  'he-IL',
  'ar-AE',
] as const

/** What a browser is set to, where a floor can have it. */
export const ownPlace = () => {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  const { language } = new Intl.Locale(locale)
  const known =
    languages.find((tag) => tag === locale) ?? languages.find((tag) => tag.startsWith(`${language}-`))
  return { timeZone: TimeZone.safeParse(timeZone).data ?? 'UTC', locale: known ?? 'en-US' }
}

const byName = (a: PlaceChoice, b: PlaceChoice): number => a.name.localeCompare(b.name)

export const usePlaceChoices = () => {
  const intl = useIntl()
  return useMemo(() => {
    const named = (type: 'currency' | 'language') => {
      const names = new Intl.DisplayNames(intl.locale, { type, fallback: 'code' })
      return (code: string): string => names.of(code) ?? code
    }
    const [currencyName, languageName] = [named('currency'), named('language')]
    const zones = Intl.supportedValuesOf('timeZone').map((id) => ({
      id,
      name: id.replaceAll('_', ' ').replaceAll('/', ' / '),
    }))
    return {
      zones: [{ id: 'UTC', name: 'UTC' }, ...zones],
      currencies: currencyCodes
        .map((id) => ({ id, name: currencyName(id) === id ? id : `${currencyName(id)} (${id})` }))
        .sort(byName),
      languages: languages.map((id) => ({ id, name: languageName(id) })).sort(byName),
      months: Array.from({ length: 12 }, (_, at) => ({
        id: String(at + 1),
        name: intl.formatDate(Date.UTC(2026, at, 1), { month: 'long', timeZone: 'UTC' }),
      })),
    }
  }, [intl])
}
