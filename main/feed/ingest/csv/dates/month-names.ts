// The names of months in the languages that `Intl` knows, long and short. A name that is of two months in different languages,
// as `listopad` (October in Croatian, November in Czech and Polish), is told apart by the mapping's `language`.
import { locales } from '../locales.ts'
import { plainText } from '../plain-text.ts'
import type { Reading } from '../reading.ts'

/** Compared without capitals, accents, points and direction marks: `Févr.` and `fevr` are one name. */
const keyOf = (name: string): string =>
  plainText(name)
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{M}/giu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.'’ ]/g, '')

/** Short names that spreadsheets write and Unicode's tables lack. */
const spreadsheetNames: readonly (readonly [name: string, month: number])[] = [
  ['mrz', 3],
  ['sept', 9],
]

/** By name, the languages in which it is of a month. */
type Names = ReadonlyMap<string, ReadonlyMap<number, string>>

const namesIn = (languages: readonly string[]): Names => {
  const names = new Map<string, Map<number, string>>()
  const add = (name: string, month: number, language: string): void => {
    const months = names.get(name) ?? new Map<number, string>()
    if (!months.has(month)) months.set(month, language)
    names.set(name, months)
  }
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      // Beside a day many languages decline the name.
      for (const beside of [{}, { day: 'numeric', year: 'numeric' }] as const) {
        const options = { calendar: 'gregory', timeZone: 'UTC', month, ...beside }
        const format = new Intl.DateTimeFormat(language, options)
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(Date.UTC(2026, index, 15))
          const name = keyOf(parts.find(({ type }) => type === 'month')?.value ?? '')
          if (/^\p{L}/u.test(name)) add(name, index + 1, language)
        }
      }
    }
  }
  for (const [name, month] of spreadsheetNames) if (!names.has(name)) add(name, month, 'en')
  return names
}

const tables = new Map<string, Names>()

const tableOf = (id: string, languages: readonly string[]): Names => {
  const table = tables.get(id) ?? namesIn(languages)
  tables.set(id, table)
  return table
}

const english = (): Names => tableOf('en', ['en', 'en-GB'])
const everyLanguage = (): Names => tableOf('', locales)

/** `Sept` and `янв` are short for one month alone; `Ju` and `ma` are not. */
const longEnough = 3

const monthsOf = (names: Names, key: string): ReadonlyMap<number, string> => {
  const exact = names.get(key)
  if (exact) return exact
  const found = new Map<number, string>()
  // A single Chinese or Arabic letter says more than two Latin ones, but no month is named by one.
  if (key.length < longEnough) return found
  for (const [name, months] of names)
    if (name.startsWith(key))
      for (const [month, language] of months) if (!found.has(month)) found.set(month, language)
  return found
}

const inEnglish = (month: number): string =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 15))

const languageName = (tag: string): string => new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag

/** 1 to 12, or null for a word that names no month. In `language` alone, where one is declared. */
export const monthNamed = (word: string, language?: string): Reading<number | null> => {
  const key = keyOf(word)
  const names = language === undefined ? english() : tableOf(language, [language])
  const known = monthsOf(names, key)
  const found = known.size > 0 || language !== undefined ? known : monthsOf(everyLanguage(), key)
  const [first, second] = found
  // Hebrew writes "in" and the month's name as one word.
  if (!first) return /^ב\p{L}{3}/u.test(key) ? monthNamed(key.slice(1), language) : { value: null }
  if (!second) return { value: first[0] }
  const readings = [first, second].map(([month, tag]) => `${inEnglish(month)} in ${languageName(tag)}`)
  return {
    fault: `has "${word}", which is ${readings.join(' and ')}; say which with language: ${first[1]} or language: ${second[1]}`,
  }
}

let weekdays: ReadonlySet<string> | null = null

/** Whether the word is a day of the week in some language. */
export const isWeekday = (word: string): boolean => {
  weekdays ??= new Set(
    locales.flatMap((locale) =>
      (['long', 'short'] as const).flatMap((weekday) => {
        const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC', calendar: 'gregory' })
        return [1, 2, 3, 4, 5, 6, 7].map((day) => keyOf(format.format(Date.UTC(2026, 10, day))))
      }),
    ),
  )
  return weekdays.has(keyOf(word))
}
