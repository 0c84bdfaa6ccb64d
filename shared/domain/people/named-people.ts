// People whom a file names and a floor does not have, as they would be added: called as people read it, and known by what the
// file writes of them.
import type { FloorEdit } from '../../wire/floor-edits.ts'
import { foldedName, nameKey } from './name-key.ts'
import type { Place } from './usual-place.ts'

/** One name of a file, and who it is to be. */
export interface NamedPerson extends Place {
  /** As the file writes them. */
  readonly written: string
  /** What the floor is to call them. */
  readonly name: string
  /** What another column of it calls them: an address beside a name, a name beside an address. Null: nothing. */
  readonly also: string | null
}

const addressPattern = /^([^@\s]+)@[^@\s]+$/

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

/** `Ruiz, Ana` and `ana.ruiz@example.com` are Ana Ruiz; what is neither is called as it is written. */
export const nameFromWritten = (written: string): string => {
  const text = foldedName(written)
  const address = addressPattern.exec(text)?.[1]
  if (address !== undefined)
    return (
      address
        .split(/[._\-+\d]+/)
        .filter((word) => word !== '')
        .map(capitalised)
        .join(' ') || text
    )
  const [last = '', first = '', ...more] = text.split(',').map((part) => part.trim())
  return last !== '' && first !== '' && more.length === 0 ? `${first} ${last}` : text
}

const isAddress = (text: string): boolean => addressPattern.test(foldedName(text))

/** As they would be added, before anybody has looked. */
export const namedPerson = (
  written: string,
  also: string | null,
  place: Place = { role: null, team: null },
): NamedPerson => ({
  written,
  name: nameFromWritten(isAddress(written) && also !== null ? also : written),
  also,
  ...place,
})

/** How many people the names are: two names of one call for one person. */
export const countNamed = (named: readonly NamedPerson[]): number =>
  new Set(named.map(({ name }) => nameKey(name))).size

/** `newId`: makes an id of a name that none of the others is. */
export const addNamedPeople = (
  named: readonly NamedPerson[],
  taken: readonly string[],
  newId: (name: string, taken: readonly string[]) => string,
): FloorEdit[] => {
  const byName = new Map<string, NamedPerson[]>()
  for (const each of named) byName.set(nameKey(each.name), [...(byName.get(nameKey(each.name)) ?? []), each])
  const ids = [...taken]
  return [...byName.values()].flatMap((same): FloorEdit[] => {
    const [first] = same
    if (first === undefined) return []
    const name = first.name.trim()
    const id = newId(name, ids)
    ids.push(id)
    const texts = same.flatMap(({ written, also }) => (also === null ? [written] : [written, also]))
    const aliases = [...new Set(texts)].filter((text) => nameKey(text) !== nameKey(name))
    const role = same.find((each) => each.role !== null)?.role
    const team = same.find((each) => each.team !== null)?.team
    const entry = {
      id,
      name,
      ...(role && { role }),
      ...(team && { team }),
      ...(aliases.length > 0 && { aliases }),
    }
    return [{ do: 'add', list: 'people', entry, before: null }]
  })
}

const addressWords = /[\s_:(-]*\be[\s-]?mail(?:[\s-]?(?:address|adresse))?\)?/iu

/** What a column is called without the word for addresses, and whether it had it. */
const withoutAddress = (column: string) => {
  const name = foldedName(column).toLowerCase()
  const whose = name.replace(addressWords, '').trim()
  return { whose, hasAddresses: whose !== name }
}

const isEndOf = (end: string, whole: string): boolean => whole === end || whole.endsWith(` ${end}`)

/**
 * The place of the column that calls the people of the column `owner` otherwise: of names the one with their addresses, of addresses
 * the one with their names. It has the same name, or the end of it, but for the word for addresses; a column of customers'
 * addresses has not. -1: there is none.
 */
export const otherColumnOf = (owner: string, columns: readonly string[]): number => {
  const own = withoutAddress(owner)
  return columns.findIndex((column) => {
    const other = withoutAddress(column)
    if (other.hasAddresses === own.hasAddresses || other.whose === '' || own.whose === '') return false
    const [addresses, names] = own.hasAddresses ? [own, other] : [other, own]
    return isEndOf(addresses.whose, names.whose)
  })
}
