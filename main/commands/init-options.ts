// The options of `floorboard init`. Each refuses, in one sentence, what no floor file can have.
import { InvalidArgumentError, Option } from 'commander'
import { type PlaybookRole, playbookRoles, type Segment, segments } from '../../shared/playbook/shape.ts'
import { FloorSettings } from '../../shared/wire/floor.ts'
import { Currency, Name, TimeZone } from '../../shared/wire/text.ts'

/** `a, b or c` */
const either = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' or ')

/** A list with commas, in any case; each once, in the order of the known ones. */
const listOf =
  <Word extends string>(known: readonly Word[], what: string) =>
  (text: string): readonly Word[] => {
    const given = text.split(',').map((word) => word.trim().toLowerCase())
    const stranger = given.find((word) => !known.some((each) => each === word))
    if (stranger === undefined) return known.filter((word) => given.includes(word))
    throw new InvalidArgumentError(
      `${stranger === '' ? `A ${what} is missing` : `"${stranger}" is no ${what}`}; name ${either(known)}, several with commas between.`,
    )
  }

export const readRoles = listOf<PlaybookRole>(playbookRoles, 'role')
export const readSegments = listOf<Segment>(segments, 'segment')

export const readCurrency = (text: string): string => {
  const code = text.trim().toUpperCase()
  if (Currency.safeParse(code).success) return code
  throw new InvalidArgumentError('It must be an ISO 4217 code such as USD, EUR, GBP, CHF, JPY or INR.')
}

const readTimeZone = (text: string): string => {
  const fault = TimeZone.safeParse(text).error?.issues[0]?.message
  if (fault === undefined) return text
  throw new InvalidArgumentError(`It ${fault}.`)
}

const readLocale = (text: string): string => {
  if (FloorSettings.shape.locale.safeParse(text).success) return text
  throw new InvalidArgumentError('It must be a language tag such as en-US, fr-FR or ar-EG.')
}

const readName = (text: string): string => {
  const name = Name.safeParse(text)
  if (name.success) return name.data
  throw new InvalidArgumentError('It must be one line of 1 to 120 characters, and one of them to be seen.')
}

const readOut = (text: string): string => {
  if (text.trim() !== '') return text
  throw new InvalidArgumentError('It must be the name of a file, or - for standard output.')
}

export const initOptions = (): readonly Option[] => [
  new Option('--out <file>', 'where to write it; - for standard output')
    .env('FLOORBOARD_OUT')
    .default('floor.yaml')
    .argParser(readOut),
  new Option('--name <name>', 'what the wall calls the whole')
    .env('FLOORBOARD_NAME')
    .default('Our sales floor')
    .argParser(readName),
  new Option('--role <roles>', 'who sells: ae, sdr or both')
    .env('FLOORBOARD_ROLE')
    .default([...playbookRoles], playbookRoles.join(','))
    .argParser(readRoles),
  new Option('--segments <segments>', `to whom: any of ${segments.join(', ')}`)
    .env('FLOORBOARD_SEGMENTS')
    .default([...segments], segments.join(','))
    .argParser(readSegments),
  new Option('--currency <code>', 'the currency of all money on the wall; USD when left out')
    .env('FLOORBOARD_CURRENCY')
    .argParser(readCurrency),
  new Option('--time-zone <zone>', "where the floor's days begin; this machine's when left out")
    .env('FLOORBOARD_TIME_ZONE')
    .argParser(readTimeZone),
  new Option('--locale <tag>', 'how numbers, money and dates are written')
    .env('FLOORBOARD_LOCALE')
    .default('en-US')
    .argParser(readLocale),
]
