// Checks whether a value is a fact that this floor can take; if not, says why and where in it.
import { z } from 'zod'
import { Fact } from '../../../shared/wire/fact.ts'
import { faultsIn } from '../floor-file/issue-sentences.ts'
import type { Candidate } from './read-facts.ts'

export interface Refused {
  readonly id: string | null
  readonly error: string
}

/** The same schema compiled into one function: four times as fast for a valid fact, and every fact passes here. */
const CompiledFact = z.compile(Fact)

const maxFaults = 3
/** Of a sentence: names in a fact may be a megabyte long. */
const maxErrorChars = 500
const place = (path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  )

const shortened = (sentence: string): string =>
  sentence.length <= maxErrorChars ? sentence : `${sentence.slice(0, maxErrorChars).toWellFormed()}…`

const inWords = (error: z.ZodError): string => {
  const faults = faultsIn(error)
  const said = faults
    .slice(0, maxFaults)
    .map(({ path, message }) => (path.length === 0 ? message : `${place(path)}: ${message}`))
  if (faults.length > maxFaults) said.push(`and ${faults.length - maxFaults} more`)
  return shortened(said.join('; '))
}

const idOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? value.id.slice(0, 300).toWellFormed()
    : null

/** `refuse` says in a sentence why the floor cannot take a well-formed fact, or null. */
export const checkFact = (candidate: Candidate, refuse: (fact: Fact) => string | null): Fact | Refused => {
  if ('error' in candidate) return { id: null, error: shortened(candidate.error) }
  const parsed = CompiledFact.safeParse(candidate.value)
  if (!parsed.success) {
    // Parsed again, for messages that quote the bad value: keeping the input costs valid facts too much.
    const { error } = Fact.safeParse(candidate.value, { reportInput: true })
    return { id: idOf(candidate.value), error: inWords(error ?? parsed.error) }
  }
  const fault = refuse(parsed.data)
  return fault === null ? parsed.data : { id: parsed.data.id, error: fault }
}

export const isRefused = (checked: Fact | Refused): checked is Refused => 'error' in checked
