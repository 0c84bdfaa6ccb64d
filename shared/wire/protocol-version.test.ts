import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  BoardErrorMessage,
  BoardMessage,
  HealthMessage,
  HelloMessage,
  PatchMessage,
  protocolVersion,
  ResyncMessage,
  StageMessage,
  SyncAnswer,
  TvAuth,
} from './socket.ts'

/** The one line to change. */
const pinned = { protocolVersion: 3, messages: '52acbbb5a61c2769' }

const howToPin = `
The messages between feed and TV are not those that are pinned.

Raise protocolVersion in shared/wire/socket.ts if a TV of the version before could not read what is sent now, or the feed
what such a TV sends: a field is gone, has another name, another type or a narrower one, or a new one is needed.
Do not raise it for what such a TV passes over: a new field that may be left out, a new kind of board, a new event.

Then write both, as they are received here, into the line "const pinned" of shared/wire/protocol-version.test.ts.
`

const messages = {
  StageMessage,
  BoardMessage,
  BoardErrorMessage,
  PatchMessage,
  SyncAnswer,
  ResyncMessage,
  HealthMessage,
  TvAuth,
}

/** Lists of a JSON schema whose order means nothing. */
const unordered = new Set(['required', 'enum', 'anyOf', 'oneOf'])

const canonical = (value: unknown, key = ''): string => {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item))
    return `[${unordered.has(key) ? items.sort() : items}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, child]) => `${JSON.stringify(name)}:${canonical(child, name)}`)}}`
}

/** Of the shapes; what a schema checks beyond them (a slug, a date of the calendar) is not in it. */
const fingerprint = (schemas: Readonly<Record<string, z.ZodType>>): string => {
  const shapes = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ])
  return createHash('sha256')
    .update(canonical(Object.fromEntries(shapes)))
    .digest('hex')
    .slice(0, 16)
}

test('nobody changes the messages between feed and TV without thinking of TVs of the version before', () => {
  expect({ protocolVersion, messages: fingerprint(messages) }, howToPin).toEqual(pinned)
})

test('a field more, a field less or another type is another fingerprint; another order is none', () => {
  const one = fingerprint({ message: z.object({ a: z.string(), b: z.enum(['x', 'y']) }) })
  expect(fingerprint({ message: z.object({ b: z.enum(['y', 'x']), a: z.string() }) })).toBe(one)
  for (const other of [
    z.object({ a: z.string(), b: z.enum(['x', 'y']), c: z.string().optional() }),
    z.object({ a: z.string() }),
    z.object({ a: z.number(), b: z.enum(['x', 'y']) }),
    z.object({ a: z.string().optional(), b: z.enum(['x', 'y']) }),
  ])
    expect(fingerprint({ message: other })).not.toBe(one)
})

test('what a feed says first is read by TVs of every version, and so never changes', () => {
  expect(z.toJSONSchema(HelloMessage, { io: 'input' })).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { protocol: { type: 'number' }, build: { type: 'string' } },
    required: ['protocol', 'build'],
  })
  expect(HelloMessage.parse({ protocol: 7, build: 'b7', more: 'of a later version' })).toEqual({
    protocol: 7,
    build: 'b7',
  })
})
