// Zod's issues in words for the person who wrote the file.
import type { z } from 'zod'

type Issue = z.core.$ZodIssue

export const unknownKey = 'is not a key known here'

/** One fault: where, from the top of what was parsed, and what is wrong there. */
export interface Fault {
  readonly path: readonly (string | number)[]
  readonly message: string
}

const named: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
  null: 'empty',
}
const inWords = (type: string): string => named[type] ?? type

const typeOf = (value: unknown): string => {
  if (value === null) return 'nothing'
  return inWords(Array.isArray(value) ? 'array' : typeof value)
}

const butIs = (value: unknown): string => `, but is ${typeOf(value)}`

const howMany = (count: number | bigint, origin: string): string => {
  const what = { string: 'character', array: 'entry' }[origin]
  if (!what) return String(count)
  return `${count} ${count === 1 || count === 1n ? what : what === 'entry' ? 'entries' : `${what}s`}`
}

const mustBe = (origin: string): string =>
  origin === 'string' || origin === 'array' ? 'must have' : 'must be'

/** A longer list says nothing at a glance. */
const mostChoices = 8
const either = (choices: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(choices)

const sentence = (issue: Issue): string => {
  const { input } = issue
  if (issue.code === 'invalid_type') {
    // The schemas' own words, where they have some, say more.
    if (!issue.message.startsWith('Invalid input')) return issue.message
    if (input === undefined) return 'is missing'
    return `must be ${inWords(issue.expected)}${butIs(input)}`
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String)
    if (input === undefined)
      return choices.length > mostChoices ? 'is missing' : `is missing: ${either(choices)}`
    return choices.length === 1 ? `must be ${choices[0]}` : `must be one of ${choices.join(', ')}`
  }
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) {
    return `${mustBe(issue.origin)} at least ${howMany(issue.minimum, issue.origin)}`
  }
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) {
    return `${mustBe(issue.origin)} at most ${howMany(issue.maximum, issue.origin)}`
  }
  return issue.message
}

/** How far the input is from a branch of a union: a wrong kind of value is farther than any wrong key in it. */
const distance = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + issue.keys.length
    const wrongKind = issue.code === 'invalid_type' || issue.code === 'invalid_value'
    return sum + (wrongKind && issue.path.length === 0 ? 100 : 1)
  }, 0)

const textPath = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((key) => (typeof key === 'symbol' ? String(key) : key))

/** Zod names a discriminator's choices in its message alone: `Expected 'deal' | 'activity'`. */
const choicesOf = (message: string): string =>
  message
    .replace('Invalid discriminator value. Expected', 'must be one of')
    .replaceAll(' | ', ', ')
    .replaceAll("'", '')

const faultsOf = (issue: Issue, above: readonly (string | number)[]): Fault[] => {
  const path = [...above, ...textPath(issue.path)]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey }))
  }
  if (issue.code !== 'invalid_union') return [{ path, message: sentence(issue) }]
  if (issue.input === undefined) return [{ path, message: 'is missing' }]
  // The schemas' own words, where they have some, say more.
  if (!issue.message.startsWith('Invalid')) return [{ path, message: issue.message }]
  const nearest = [...issue.errors].sort((a, b) => distance(a) - distance(b))[0]
  // No branch to speak of: a discriminator that names none, or values of the wrong kind throughout.
  if (!nearest) return [{ path, message: choicesOf(issue.message) }]
  if (distance(nearest) >= 100) {
    const suffix = butIs(issue.input)
    const words = new Set(issue.errors.flat().map((inner) => sentence(inner).replace(suffix, '')))
    return [{ path, message: `${[...words].join(', or ')}${suffix}` }]
  }
  return nearest.flatMap((inner) => faultsOf(inner, path))
}

/** All that is wrong, in the schema's order; of a union, what is wrong with the branch that was most likely meant. */
export const faultsIn = (error: z.ZodError): Fault[] => error.issues.flatMap((issue) => faultsOf(issue, []))
