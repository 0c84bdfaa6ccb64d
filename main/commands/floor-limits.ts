// The limits of a floor, as they are written on a command line and said in a list.
import { InvalidArgumentError, Option } from 'commander'
import type { FloorLimits } from '../../shared/wire/floor-limits.ts'

export interface LimitOptions {
  readonly factsAMinute?: number | null
  readonly tvs?: number | null
  readonly disk?: number | null
}

/** What each of them was set to; those that were not named are left out. */
export const limitsOf = ({ factsAMinute, tvs, disk }: LimitOptions): Partial<FloorLimits> => ({
  ...(factsAMinute !== undefined && { factsAMinute }),
  ...(tvs !== undefined && { tvs }),
  ...(disk !== undefined && { bytes: disk }),
})

/** A whole number as the database keeps it. */
const most = 2_147_483_647

const count = (text: string): number | null => {
  if (text === 'none') return null
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < 1 || number > most)
    throw new InvalidArgumentError('It must be a whole number from 1 on, or none.')
  return number
}

const units = { MB: 1e6, GB: 1e9, TB: 1e12 } as const

/** Decimal units, as disks are sold. */
export const readBytes = (text: string): number | null => {
  if (text === 'none') return null
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?) ?(MB|GB|TB)$/i.exec(text) ?? []
  const bytes = Math.round(Number(number) * (units[unit.toUpperCase() as keyof typeof units] ?? 0))
  if (!(bytes >= 1e6 && bytes <= Number.MAX_SAFE_INTEGER))
    throw new InvalidArgumentError('It must be a size from 1MB on, such as 500MB or 2GB, or none.')
  return bytes
}

export const limitOptions = (): readonly Option[] => [
  new Option('--facts-a-minute <number>', 'facts that it takes a minute, or none for no limit').argParser(
    count,
  ),
  new Option('--tvs <number>', 'TVs that it shows itself on at once, or none').argParser(count),
  new Option('--disk <size>', 'what it may keep, such as 2GB, or none').argParser(readBytes),
]

/** Such as `1.4 GB`. */
export const bytesInWords = (bytes: number): string => {
  const unit = bytes >= 1e12 ? 'TB' : bytes >= 1e9 ? 'GB' : bytes >= 1e6 ? 'MB' : 'kB'
  const number = bytes / { ...units, kB: 1e3 }[unit]
  return `${number.toLocaleString('en', { maximumFractionDigits: number < 10 ? 1 : 0 })} ${unit}`
}

/** A part of a sentence. */
export const limitsInWords = ({ factsAMinute, tvs, bytes }: FloorLimits): string => {
  const words = [
    ...(factsAMinute === null ? [] : [`${factsAMinute.toLocaleString('en')} facts a minute`]),
    ...(tvs === null ? [] : [tvs === 1 ? '1 TV' : `${tvs.toLocaleString('en')} TVs`]),
    ...(bytes === null ? [] : [bytesInWords(bytes)]),
  ]
  return words.length === 0 ? 'no limits' : words.join(', ')
}
