// A fix as edits of the floor file, and the edits that take it back: so that it counts the past anew, says beforehand what it
// moves, and stands in the history like any other change.
import type { FloorFile } from '../../wire/floor.ts'
import type { FloorEdit } from '../../wire/floor-edits.ts'
import type { Fix } from '../../wire/mending.ts'
import { nameKey } from '../people/name-key.ts'

type File = Pick<FloorFile, 'floor' | 'people' | 'corrections'>

const aliasesOf = (file: File, person: string): readonly string[] | null =>
  file.people.find(({ id }) => id === person)?.aliases ?? null

const setAliases = (id: string, aliases: readonly string[]): FloorEdit => ({
  do: 'set',
  list: 'people',
  id,
  fields: { aliases: aliases.length === 0 ? null : aliases },
})

const setRates = (rates: FloorFile['floor']['rates']): FloorEdit => ({
  do: 'floor',
  fields: { rates: rates.length === 0 ? null : rates },
})

/** The entry of a fix that is a correction of the floor file. */
const entryOf = (fix: Fix): Readonly<Record<string, unknown>> | null => {
  switch (fix.do) {
    case 'nobody':
    case 'stage':
    case 'no-amount':
    case 'fact':
    case 'left-out': {
      const { do: kind, ...rest } = fix
      return { kind, ...rest }
    }
    default:
      return null
  }
}

/** `id`: of the correction that it makes. Empty where the floor file stays as it is, and for a person who is not on it. */
export const editsOfFix = (fix: Fix, id: string, file: File): readonly FloorEdit[] => {
  if (fix.do === 'alias') {
    const aliases = aliasesOf(file, fix.person)
    return aliases === null ? [] : [setAliases(fix.person, [...aliases, fix.name])]
  }
  if (fix.do === 'rate') {
    const { do: _, ...rate } = fix
    const others = file.floor.rates.filter(
      ({ currency, from }) => currency !== rate.currency || from !== rate.from,
    )
    return [setRates([...others, rate])]
  }
  const entry = entryOf(fix)
  return entry === null ? [] : [{ do: 'add', list: 'corrections', entry: { id, ...entry }, before: null }]
}

/** Empty where nothing of it stands any more. */
export const editsUndoing = (fix: Fix, id: string, file: File): readonly FloorEdit[] => {
  if (fix.do === 'alias') {
    const aliases = aliasesOf(file, fix.person) ?? []
    const others = aliases.filter((name) => nameKey(name) !== nameKey(fix.name))
    return others.length === aliases.length ? [] : [setAliases(fix.person, others)]
  }
  if (fix.do === 'rate') {
    const { rates } = file.floor
    const others = rates.filter(
      ({ currency, from, rate }) => currency !== fix.currency || from !== fix.from || rate !== fix.rate,
    )
    return others.length === rates.length ? [] : [setRates(others)]
  }
  return file.corrections.some((correction) => correction.id === id)
    ? [{ do: 'remove', list: 'corrections', id, everywhere: false }]
    : []
}
