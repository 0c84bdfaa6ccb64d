// What the feed refuses, in the language of whoever asks. The sentences stand in English where they are thrown; other languages
// have one file each, by these sentences with {0}, {1} for what is filled in.
import de from './de.json' with { type: 'json' }

/** By the English sentence. */
type Sentences = Readonly<Record<string, string>>

const languages: Readonly<Record<string, Sentences>> = { de }

/** Nobody reads a longer one; what others sent may be in it. */
const mostCharacters = 2000

interface Pattern {
  readonly matches: RegExp
  readonly spoken: string
  /** What is filled in between quotes is somebody's own name for something. */
  readonly isName: readonly boolean[]
}

type Speak = (message: string) => string

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const place = /\{(\d+)\}/g

const patternOf = (english: string, spoken: string): Pattern => ({
  matches: new RegExp(
    `^${english
      .split(/\{\d+\}/)
      .map(escaped)
      .join('(.+?)')}$`,
    's',
  ),
  spoken,
  isName: [...english.matchAll(place)].map(({ index }) => english[index - 1] === '"'),
})

const createSpeak = (sentences: Sentences): Speak => {
  const patterns = Object.entries(sentences)
    .filter(([english]) => english.includes('{0}'))
    // What says more is looked at first.
    .sort(([one], [other]) => other.length - one.length)
    .map(([english, spoken]) => patternOf(english, spoken))
  const speak: Speak = (message) => {
    const whole = Object.hasOwn(sentences, message) ? sentences[message] : undefined
    if (whole !== undefined) return whole
    for (const { matches, spoken, isName } of patterns) {
      const found = matches.exec(message)
      if (found === null) continue
      return spoken.replaceAll(place, (_, index: string) => {
        const value = found[Number(index) + 1] ?? ''
        return isName[Number(index)] ? value : speak(value)
      })
    }
    return message
  }
  return speak
}

const made = new Map<string, Speak>()

/** The first that is asked for, as `de` of `de-AT, en;q=0.5`. */
const firstOf = (acceptLanguage: string): string =>
  /^\s*([a-z]+)/i.exec(acceptLanguage)?.[1]?.toLowerCase() ?? 'en'

/** A sentence that nobody has translated, and one for whoever asks for no language, stays as it is. */
export const refusalIn = (acceptLanguage: string | undefined, message: string): string => {
  const language = firstOf(acceptLanguage ?? '')
  const sentences = Object.hasOwn(languages, language) ? languages[language] : undefined
  if (sentences === undefined || message.length > mostCharacters) return message
  const speak = made.get(language) ?? createSpeak(sentences)
  made.set(language, speak)
  return speak(message)
}
