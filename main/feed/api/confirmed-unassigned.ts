// `?confirm=unassigned` of whatever changes the floor.
import { z } from 'zod'
import { ApiError } from './api-error.ts'

export const ConfirmQuery = z.strictObject({ confirm: z.literal('unassigned').optional() })

/** Whether the sender knows that facts will be unassigned. */
export const isConfirmed = (query: unknown): boolean => {
  const parsed = ConfirmQuery.safeParse(query)
  if (!parsed.success)
    throw new ApiError(
      'bad-query',
      'There is one parameter, confirm=unassigned: facts may become unassigned.',
    )
  return parsed.data.confirm !== undefined
}
