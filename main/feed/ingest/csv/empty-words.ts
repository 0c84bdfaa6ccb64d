// The words that exports write for an empty cell.
import { plainText } from './plain-text.ts'

const split = (text: string): readonly string[] => text.split('|')

/** In any cell. A person may be called Null and an answer be None, so that these are exact. */
const anywhere: ReadonlySet<string> = new Set(
  split(
    '-|--|---|N/A|n/a|#N/A|#NV|#NULL!|NULL|null|\\N|(null)|(blank)|(empty)|(none)|(No value)|(no value)|(Leer)|(leer)',
  ),
)

/** In cells of dates, numbers, amounts and lengths of time, which hold no words; without regard to capitals. */
const inValues: ReadonlySet<string> = new Set(
  split(
    '-|--|---|.|?|n/a|na|n.a.|#n/a|#nv|#null!|null|nil|none|nan|nat|undefined|\\n|(null)|(blank)|(empty)|(none)|(no value)|' +
      'no value|not set|unset|unknown|never|tbd|tba|pending|open|k.a.|k. a.|keine|nicht verfügbar|n.d.|nd|s/d|s/n|s.d.|' +
      'non disponible|no disponible|non disponibile|brak|b.d.|н/д|нет данных|無|なし|无|없음',
  ),
)

export interface EmptyWords {
  /** Of texts and names. */
  isEmpty(text: string): boolean
  /** Of dates, numbers, amounts and lengths of time. */
  isEmptyValue(text: string): boolean
}

/** `more` are the mapping's own, in any cell and without regard to capitals. */
export const createEmptyWords = (more: readonly string[] = []): EmptyWords => {
  const own = new Set(more.map((word) => plainText(word).toLowerCase()))
  const isOwn = (text: string): boolean => own.size > 0 && own.has(text.toLowerCase())
  // Of a long cell nothing is looked at.
  const short = (text: string): string => (text.length > 60 ? 'x' : plainText(text))
  return {
    isEmpty: (text) => text === '' || anywhere.has(short(text)) || isOwn(short(text)),
    isEmptyValue: (text) => text === '' || inValues.has(short(text).toLowerCase()) || isOwn(short(text)),
  }
}
