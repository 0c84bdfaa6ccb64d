// By what the entries of the floor file's lists are known again from one version to the next.
import { idOf, isFields, nameOfEntry, type RawFields } from '../edits/raw-floor.ts'

const goalFields = ['metric', 'window', 'rep', 'role', 'team', 'org', 'from'] as const

/** `quarter` and `this quarter` are told apart here: that one was made the other is a change of the file. */
const goalKey = (goal: RawFields): string => JSON.stringify(goalFields.map((field) => goal[field] ?? null))

/** What is no entry by itself, as a text in a list of people, is known by all it says. */
export const keyOfEntry = (list: string, entry: unknown): string => {
  if (!isFields(entry)) return JSON.stringify(entry)
  return list === 'goals' ? goalKey(entry) : (idOf(entry) ?? JSON.stringify(entry))
}

/** Whose goal for what, in the file's own words: `revenue, quarter, east`. */
const goalName = (goal: RawFields): string =>
  goalFields
    .map((field) => (field === 'org' ? (goal['org'] === true ? 'everybody' : undefined) : goal[field]))
    .filter((part) => part !== undefined)
    .map(String)
    .join(', ')

export const nameInList = (list: string, entry: unknown): string =>
  list === 'goals' && isFields(entry) ? goalName(entry) : nameOfEntry(entry)

/** What an entry within an entry is about: an item its board, a rule its playlist. */
const namingFields = ['id', 'board', 'team', 'playlist', 'metric', 'currency', 'role', 'on', 'field'] as const

/** Null for an entry that nothing names, such as a number. */
export const namingFieldOf = (entry: unknown): { readonly field: string; readonly value: unknown } | null => {
  if (!isFields(entry)) return null
  const field = namingFields.find((each) => Object.hasOwn(entry, each))
  return field === undefined ? null : { field, value: entry[field] }
}
