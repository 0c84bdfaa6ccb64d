// The keys that a schema knows at a place, for whoever slipped in one of them.
import { z } from 'zod'

/** What a schema stands for once defaults, options and the like are taken off. */
const withinOf = (schema: unknown): unknown => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return withinOf(schema.unwrap())
  if (schema instanceof z.ZodPipe) return withinOf(schema.in)
  return schema
}

const below = (schema: unknown, key: string | number): readonly unknown[] => {
  const within = withinOf(schema)
  if (within instanceof z.ZodUnion) return within.options.flatMap((option) => below(option, key))
  if (within instanceof z.ZodObject) {
    const { shape } = within
    return Object.hasOwn(shape, key) ? [shape[key]] : []
  }
  if (within instanceof z.ZodArray) return [within.element]
  return within instanceof z.ZodRecord ? [within.valueType] : []
}

const keysOf = (schema: unknown): readonly string[] => {
  const within = withinOf(schema)
  if (within instanceof z.ZodUnion) return within.options.flatMap(keysOf)
  return within instanceof z.ZodObject ? Object.keys(within.shape) : []
}

/** Of a union, the keys of all its branches. */
export const knownKeysAt = (schema: z.ZodType, path: readonly (string | number)[]): readonly string[] => {
  const found = path.reduce<readonly unknown[]>(
    (schemas, key) => schemas.flatMap((each) => below(each, key)),
    [schema],
  )
  return [...new Set(found.flatMap(keysOf))]
}
