// What the feed refuses and finds wrong, in the language of whoever asks. The sentences stand in English where they are thrown;
// other languages have one file each, by these sentences with {0}, {1} for what is filled in.
import de from './de.json' with { type: 'json' }

/** By the English sentence. */
type Sentences = Readonly<Record<string, string>>

const languages: Readonly<Record<string, Sentences>> = { de }

/** Nobody reads a longer one; what others sent may be in it. */
const mostCharacters = 2000

interface Pattern {
  readonly matches: RegExp
  /** Whatever matches has this in it: most of all others are ruled out by it. */
  readonly says: string
  readonly spoken: string
  /** What is filled in between quotes is somebody's own name for something. */
  readonly isName: readonly boolean[]
}

type Speak = (message: string) => string

/** Of sentences within sentences: none is put together of more. */
const mostWithin = 4
/** Of sentences that stand one after another. */
const mostJoined = 12

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const place = /\{(\d+)\}/g

/**
 * What is joined on without a blank may be nothing: `no team of this floor{1}`. After another place it begins with a mark, and
 * after a full stop it is a sentence of its own.
 */
const placeIn = (before: string, isFirst: boolean): string => {
  if (before === '' && !isFirst) return '(|(?:[;,:]| \\().*?)'
  if (/[.!?]$/.test(before)) return '(| .+?)'
  return /[^\s"“]$/.test(before) ? '(.*?)' : '(.+?)'
}

const isQuoted = (before: string): boolean =>
  before.split('"').length % 2 === 0 || before.lastIndexOf('“') > before.lastIndexOf('”')

const patternOf = (english: string, spoken: string): Pattern => {
  const pieces = english.split(/\{\d+\}/)
  const matches = pieces.reduce(
    (text, piece, index) =>
      `${text}${escaped(piece)}${index + 1 < pieces.length ? placeIn(piece, index === 0) : ''}`,
    '',
  )
  return {
    matches: new RegExp(`^${matches}$`, 's'),
    says: pieces.toSorted((one, other) => other.length - one.length)[0] ?? '',
    spoken,
    isName: [...english.matchAll(place)].map(({ index }) => isQuoted(english.slice(0, index))),
  }
}

/** No words of its own: it stands around the words of others, `{0}: {1}`. */
const isFrame = (english: string): boolean => !/\p{L}{2}/u.test(english.replaceAll(place, ''))

/** What names are put in. */
const quotes = '"{0}"'

const createSpeak = (sentences: Sentences): Speak => {
  const { [quotes]: ownQuotes = quotes } = sentences
  const quoted = (value: string): string =>
    value.replaceAll(/"([^"]*)"/g, (_, name: string) => ownQuotes.replace('{0}', () => name))
  const patternsOf = (isMeant: (english: string) => boolean): readonly Pattern[] =>
    Object.entries(sentences)
      .filter(([english]) => english.includes('{0}') && english !== quotes && isMeant(english))
      // What says more is looked at first.
      .sort(([one], [other]) => other.length - one.length)
      .map(([english, spoken]) => patternOf(english, spoken))
  const worded = patternsOf((english) => !isFrame(english))
  const frames = patternsOf(isFrame)

  return (whole) => {
    /** What was looked for already: parts of parts are asked for again and again. */
    const found = new Map<string, string | null>()

    /** What is within a frame is known, and what stands before it ends no reason of its own. */
    const isAround = (parts: readonly string[], within: number): boolean =>
      !parts.slice(1, -1).some((part) => /; |[.!?] /.test(part)) &&
      speak(parts.at(-1) ?? '', within + 1) !== null

    /** Null: none of them. */
    const byPattern = (patterns: readonly Pattern[], message: string, within: number): string | null => {
      for (const { matches, says, spoken, isName } of patterns) {
        const parts = message.includes(says) ? matches.exec(message) : null
        if (parts === null) continue
        if (patterns === frames && !isAround(parts, within)) continue
        return spoken.replaceAll(place, (_, index: string) => {
          const value = parts[Number(index) + 1] ?? ''
          return isName[Number(index)] ? value : (speak(value, within + 1) ?? quoted(value))
        })
      }
      return null
    }
    const asOne = (message: string, within: number): string | null =>
      Object.hasOwn(sentences, message) ? (sentences[message] ?? null) : byPattern(worded, message, within)
    const framed = (message: string, within: number): string | null =>
      asOne(message, within) ?? byPattern(frames, message, within)

    /**
     * Reasons that stand beside one another, and sentences after one another: each by itself. Null: none is known, or within
     * another sentence not all of them.
     */
    const joined = (message: string, within: number): string | null => {
      const pieces = message.split(/(; |(?<=[.!?”]) )/)
      if (pieces.length < 3 || pieces.length > 2 * mostJoined) return null
      let text = ''
      let known = 0
      let unknown = 0
      for (let at = 0; at < pieces.length; ) {
        let next = at + 1
        let said: string | null = null
        // The longest first: one that has such a mark in it is not cut.
        for (let end = pieces.length; end > at; end -= 2) {
          said = framed(pieces.slice(at, end).join(''), within)
          if (said === null) continue
          next = end
          break
        }
        if (said === null) unknown += 1
        else known += 1
        text += `${said ?? pieces[at] ?? ''}${pieces[next] ?? ''}`
        at = next + 1
      }
      return known > 0 && (unknown === 0 || within === 0) ? text : null
    }

    /** Null: nothing of it is known. */
    const speak = (message: string, within: number): string | null => {
      const before = found.get(message)
      if (before !== undefined || within > mostWithin) return before ?? null
      found.set(message, null)
      const said = asOne(message, within) ?? joined(message, within) ?? byPattern(frames, message, within)
      found.set(message, said)
      return said
    }
    return speak(whole, 0) ?? whole
  }
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
