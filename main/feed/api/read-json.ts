// A body of JSON through its schema.
import type { z } from 'zod'
import { faultsIn } from '../floor-file/issue-sentences.ts'
import { tooMuchIn } from '../ingest/json-bounds.ts'
import { ApiError } from './api-error.ts'

const mostFaults = 10

/** Throws `bad-json` or `bad-body`, whose message names the fields. `mostValues`: where more than a record may come. */
export const readJson = <S extends z.ZodType>(text: unknown, schema: S, mostValues?: number): z.output<S> => {
  const json = typeof text === 'string' ? text : ''
  const tooMuch = tooMuchIn(json, mostValues)
  if (tooMuch !== null) throw new ApiError('bad-json', `The body ${tooMuch}.`)
  let body: unknown
  try {
    body = JSON.parse(json)
  } catch (error) {
    throw new ApiError(
      'bad-json',
      `The body is not valid JSON: ${error instanceof Error ? error.message : ''}.`,
    )
  }
  const parsed = schema.safeParse(body, { reportInput: true })
  if (parsed.success) return parsed.data
  const faults = faultsIn(parsed.error)
    .slice(0, mostFaults)
    .map(({ path, message }) => `${path.join('.') || 'the body'} ${message}`)
  throw new ApiError('bad-body', `${faults.join('; ')}.`)
}
