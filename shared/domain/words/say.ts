// What the wall says, in the floor's language. English stands where it is said; every other language is one file in
// `languages/`, with the same ids. Messages are ICU MessageFormat.
import { IntlMessageFormat } from 'intl-messageformat'
import de from './languages/de.json' with { type: 'json' }

/** `id` says where it is shown: `board.funnel.was`. */
export interface Message {
  readonly id: string
  readonly defaultMessage: string
}

/** Numbers that decide a plural form, and texts that are formatted already. */
export type MessageValues = Readonly<Record<string, string | number>>

export type Say = (message: Message, values?: MessageValues) => string

const languages: Readonly<Record<string, Readonly<Record<string, string>>>> = { de }

const languageOf = (locale: string): string => /^[a-z]+/i.exec(locale)?.[0].toLowerCase() ?? 'en'

const made = new Map<string, Say>()

const createSay = (language: string): Say => {
  const words = languages[language]
  const known = new Map<string, IntlMessageFormat>()
  return ({ id, defaultMessage }, values) => {
    const translated = words && Object.hasOwn(words, id) ? words[id] : undefined
    let message = known.get(id)
    if (message === undefined) {
      // A message that nobody has translated keeps the plural forms of the language that it is written in.
      message = new IntlMessageFormat(
        translated ?? defaultMessage,
        translated === undefined ? 'en' : language,
      )
      known.set(id, message)
    }
    return String(message.format(values))
  }
}

const hasWords = (locale: string): boolean => {
  const language = languageOf(locale)
  return language === 'en' || Object.hasOwn(languages, language)
}

/**
 * The locale (BCP 47) of the words that `sayIn` has for one: itself, or English as its region writes it. Dates within a sentence are
 * written by it, so that no sentence is of two languages.
 */
export const spokenLocale = (locale: string): string =>
  hasWords(locale) ? locale : ['en', new Intl.Locale(locale).maximize().region].filter(Boolean).join('-')

/** A locale without messages of its own, or that nobody knows, speaks English. Made once for each language. */
export const sayIn = (locale: string): Say => {
  const language = languageOf(locale)
  const spoken = Object.hasOwn(languages, language) ? language : 'en'
  const say = made.get(spoken) ?? createSay(spoken)
  made.set(spoken, say)
  return say
}
