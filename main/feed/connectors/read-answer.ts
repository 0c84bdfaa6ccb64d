import type { z } from 'zod'
import { SourceTrouble } from './source-trouble.ts'

/** What a vendor answered, read as it should be. Throws `SourceTrouble`. */
export const readAnswer = <T>(vendor: string, schema: z.ZodType<T>, answer: unknown): T => {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new SourceTrouble(
    'strange',
    `${vendor}’s answer has another shape than it should${where === '' ? '' : `, at ${where}`}: its API may have changed.`,
  )
}
