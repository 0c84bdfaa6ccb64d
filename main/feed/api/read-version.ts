// `?version=` of a withdrawal.
import { FactVersion } from '../../../shared/wire/fact.ts'
import { ApiError } from './api-error.ts'

/** Undefined without one. A plus sign that was not encoded has become a space on its way. */
export const readVersion = (query: unknown): FactVersion | undefined => {
  const names = Object.keys(query ?? {})
  const unknown = names.filter((name) => name !== 'version')
  if (unknown.length > 0)
    throw new ApiError('bad-query', `${unknown.join(', ')}: no such parameter; there is only version.`)
  if (typeof query !== 'object' || query === null || !('version' in query)) return undefined
  const text = String(query.version).replace(' ', '+')
  const isNumber = /^-?\d+(\.\d+)?$/.test(text)
  const parsed = FactVersion.safeParse(isNumber ? Number(text) : text)
  if (parsed.success) return parsed.data
  throw new ApiError(
    'bad-query',
    `version: "${text}" must be a number within ±(2^53 − 1), an instant with its offset, or a date.`,
  )
}
