// Reads times of the day as people and programs write them: 15:02, 3:02:10.5 p.m., 15h02, 下午3:02, with an offset or a zone's name.
import { type DateParts, type Groups, timeOf } from './date-parts.ts'
import { halfNamed } from './day-halves.ts'
import { offsetPattern, writtenOffset } from './written-offset.ts'

const clock =
  /^(?<before>[^\d+-]*)(?<hour>\d{1,2})(?:(?:[:.h]|[時时시] ?)(?<minute>\d{2})(?:(?:[:.]|[分분] ?)(?<second>\d{2})(?:[.,:](?<fraction>\d+))?)?)?(?: ?[分분秒초])?(?<after>.*)$/iu

/** Words before a time that say nothing of it. */
const links: ReadonlySet<string> = new Set('t at um à a las às as kl kl. om o ore alle la в о'.split(' '))

const lastOffset = new RegExp(`^(?<before>.*?) ?${offsetPattern}$`, 'iu')

type TimeAndZone = Pick<DateParts, 'time' | 'zone'>

interface Ending {
  readonly half: string | null
  readonly offset: string | null
}

/** "15:02 Uhr", "15h02 hrs" */
const clockWord = / ?\b(?:h|hrs?|hs|uhr|uur|óra|ura)\.?$/i

const withoutNames = (after: string): string =>
  after
    .trim()
    .replace(clockWord, '')
    // Behind the offset JavaScript names the zone in parentheses, Java in brackets, and Go as it is.
    .replace(/(?<=\d|Z) ?(?:\([^)]*\)|\[[^\]]*\])$/i, '')
    .replace(/(?<=[+-]\d{4}) [A-Z]{3,5}$/, '')
    // Alone in parentheses it is the offset itself: "15:02 (GMT+1)".
    .replace(/^(.*?)\(([^)]*)\)$/, '$1$2')
    .trim()

const endingOf = (after: string): Ending | null => {
  const text = withoutNames(after)
  if (text === '') return { half: null, offset: null }
  if (halfNamed(text) !== null) return { half: text, offset: null }
  const { before = '', offset } = lastOffset.exec(text)?.groups ?? {}
  if (offset === undefined) return null
  if (before === '') return { half: null, offset }
  return halfNamed(before) === null ? null : { half: before, offset }
}

const halfBefore = (before: string): string | null | undefined => {
  const words = before
    .replace(/^[,\s]+/, '')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !links.has(word.toLowerCase()))
  if (words.length === 0) return null
  return halfNamed(words.join(' ')) === null ? undefined : words.join(' ')
}

/** For texts after `plainText`. Null for what is no time. The time need not exist; no text is no time, and that is fine. */
export const readTimeOfDay = (text: string): TimeAndZone | null => {
  if (text.trim() === '') return { time: null, zone: null }
  const found: Groups | undefined = clock.exec(text)?.groups
  if (!found) return null
  const { before = '', after = '' } = found
  const ending = endingOf(after)
  const first = halfBefore(before)
  if (!ending || first === undefined) return null
  const half = ending.half ?? first
  // "20 November 2026 5" is no time: an hour alone needs its half of the day.
  if (found['minute'] === undefined && half === null && !clockWord.test(after)) return null
  const zone = ending.offset === null ? null : writtenOffset(ending.offset)
  return { time: timeOf({ ...found, half: half ?? undefined }), zone }
}
