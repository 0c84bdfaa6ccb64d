// The playbook's names in the floor's language. English stands where it is written; every other language has one file, from
// the English text to its own. What is named by people, such as the floor and their teams, does not come through here.
import de from './languages/de.json' with { type: 'json' }

type Texts = Readonly<Record<string, string>>

const languages: Readonly<Record<string, Texts>> = { de }

/** Keys of entries whose text people read. */
const read: ReadonlySet<string> = new Set([
  'name',
  'noun',
  'task',
  'objective',
  'title',
  'text',
  'unlocks',
  'reward',
])

interface Pattern {
  readonly matches: RegExp
  readonly young: string
}

/** `{group} bookings`: names within a text, which are translated too. */
const patternsOf = (texts: Texts): readonly Pattern[] =>
  Object.entries(texts)
    .filter(([text]) => text.includes('{'))
    .map(([text, young]) => ({
      matches: new RegExp(
        `^${text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{(\w+)\}/g, '(?<$1>.+)')}$`,
        'u',
      ),
      young,
    }))

const translated = (text: string, texts: Texts, patterns: readonly Pattern[]): string => {
  const whole = Object.hasOwn(texts, text) ? texts[text] : undefined
  if (whole !== undefined) return whole
  for (const { matches, young } of patterns) {
    const groups = matches.exec(text)?.groups
    if (groups)
      return young.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const part = groups[name] ?? ''
        return (Object.hasOwn(texts, part) ? texts[part] : undefined) ?? part
      })
  }
  return text
}

const inside = (value: unknown, key: string, say: (text: string) => string): unknown => {
  if (typeof value === 'string') return read.has(key) ? say(value) : value
  if (Array.isArray(value)) return value.map((each: unknown) => inside(each, key, say))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [name, inside(each, name, say)]),
  )
}

/** An entry of the floor file as people read it there. */
export type Spoken = (entry: object) => object

/** `locale`: BCP 47. A language without words of its own has English ones. */
export const spokenIn = (locale: string): Spoken => {
  const texts = languages[locale.split('-')[0]?.toLowerCase() ?? '']
  if (texts === undefined) return (entry) => entry
  const patterns = patternsOf(texts)
  return (entry) =>
    Object.fromEntries(
      Object.entries(entry).map(([key, value]: [string, unknown]) => [
        key,
        inside(value, key, (text) => translated(text, texts, patterns)),
      ]),
    )
}
