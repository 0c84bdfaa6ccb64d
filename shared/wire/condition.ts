// A test on a fact, as metrics and celebration rules write it.
import { z } from 'zod'

const Scalar = z.union([z.string(), z.number(), z.boolean()])

/** One test on a fact. `field` is one of the fact's own or `fields.<name>`; amounts are in whole units. */
export const Condition = z
  .strictObject({
    field: z.string().min(1).max(120),
    is: Scalar.optional(),
    isNot: Scalar.optional(),
    in: z.array(Scalar).min(1).optional(),
    notIn: z.array(Scalar).min(1).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    exists: z.boolean().optional(),
  })
  .refine((condition) => Object.keys(condition).length === 2, 'needs a field and exactly one test')
export type Condition = z.infer<typeof Condition>
