// Changing the floor piece by piece: what consoles, remotes and programs send, and the history that comes of it.
import { z } from 'zod'
import { GoalValue } from './floor.ts'
import { PlainDate, Slug } from './text.ts'
import { WindowText } from './window.ts'

/** Lists of the floor file whose entries have an id. */
export const EditableList = z.enum([
  'roles',
  'teams',
  'people',
  'metrics',
  'formulas',
  'boards',
  'playlists',
  'screenGroups',
  'screens',
  'celebrations',
  'alerts',
  'exceptions',
  'inbound',
  'trials',
  'cadences',
  'contests',
  'spiffs',
  'seasons',
  'awards',
  'sources',
  'tables',
  'corrections',
])
export type EditableList = z.infer<typeof EditableList>

/**
 * Whose goal for what, from when on. Goals have no id: this is what they are known by. `from` null: the one without a
 * beginning.
 */
const goalPlace = {
  metric: Slug,
  window: WindowText,
  rep: Slug.optional(),
  role: Slug.optional(),
  team: Slug.optional(),
  org: z.literal(true).optional(),
  from: PlainDate.nullable(),
}

/**
 * One edit. `add` puts a new entry before another, or last (null). `set` writes fields of an entry and leaves the others;
 * null takes a field out. `move` changes the order. `remove` is refused with `in-use` where something names the entry,
 * unless `everywhere`: then what names it loses it too (a playlist its items, a screen its rules). `floor` sets fields
 * of the floor's own settings. `goal` sets the goal of somebody for something from a day on, whether there is one or not;
 * null takes that one away, so that the one before it goes on.
 */
export const FloorEdit = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('add'),
    list: EditableList,
    entry: z.looseObject({ id: Slug }),
    before: Slug.nullable().default(null),
  }),
  z.strictObject({
    do: z.literal('set'),
    list: EditableList,
    id: Slug,
    fields: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({ do: z.literal('move'), list: EditableList, id: Slug, before: Slug.nullable() }),
  z.strictObject({
    do: z.literal('remove'),
    list: EditableList,
    id: Slug,
    everywhere: z.boolean().default(false),
  }),
  z.strictObject({ do: z.literal('floor'), fields: z.record(z.string(), z.unknown()) }),
  z.strictObject({
    do: z.literal('goal'),
    ...goalPlace,
    value: z.union([GoalValue, z.literal('sum-of-members'), z.literal('from-formula')]).nullable(),
  }),
])
export type FloorEdit = z.infer<typeof FloorEdit>

/** A list of people pasted from a spreadsheet, a grid of goals. */
const mostEdits = 5000
/** For each it is worked out what names the entry. */
const mostRemoved = 200

const Edits = z
  .array(FloorEdit)
  .min(1)
  .max(mostEdits)
  .refine(
    (edits) => edits.filter((edit) => edit.do === 'remove').length <= mostRemoved,
    `at most ${mostRemoved} entries are removed at once`,
  )

/** `POST /api/v1/floor/edits`: all of them or none. `version` is what the sender saw. Answered with the new version. */
export const FloorEditRequest = z.strictObject({
  version: z.int(),
  /** The same sent again, after an answer that never came, is done once. */
  id: z.uuid().optional(),
  edits: Edits,
})
export type FloorEditRequest = z.infer<typeof FloorEditRequest>

/** Who made a change, as people read it. */
export const ChangedBy = z.object({
  kind: z.enum(['person', 'token', 'local', 'process', 'start', 'unknown']),
  name: z.string(),
})
export type ChangedBy = z.infer<typeof ChangedBy>

/**
 * One thing that a version changed: `added`, `removed`, `changed` or `moved`; `list` is a top-level key of the file, `id`
 * the entry's (null for the floor's own settings), `name` what people call it. `fields` of a change, as YAML text.
 */
export const FloorChange = z.object({
  what: z.enum(['added', 'removed', 'changed', 'moved']),
  list: z.string(),
  id: z.string().nullable(),
  name: z.string(),
  fields: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
})
export type FloorChange = z.infer<typeof FloorChange>

/** A version of the floor. `undoable`: nothing newer depends on it; else why not, in a sentence. */
export const FloorVersion = z.object({
  version: z.int(),
  at: z.number(),
  by: ChangedBy,
  changes: z.array(FloorChange),
  /** Only comments or order of keys changed. */
  textOnly: z.boolean(),
  undo: z.union([z.literal('possible'), z.object({ refused: z.string() })]),
})
export type FloorVersion = z.infer<typeof FloorVersion>

/** `GET /api/v1/history?before=<version>`: newest first, 50 at a time. */
export const HistoryAnswer = z.object({ versions: z.array(FloorVersion), more: z.boolean() })

/** `POST /api/v1/history/{version}/undo` with the version that the sender saw. */
export const UndoRequest = z.strictObject({ version: z.int() })

/** `POST /api/v1/floor/preview` with a floor file: what putting it would change, nothing done. */
export const PreviewAnswer = z.object({
  version: z.int(),
  changes: z.array(FloorChange),
  errors: z.array(z.object({ line: z.int(), path: z.string(), message: z.string() })),
})

/**
 * `POST /api/v1/floor/edits/preview`: what edits would move, worked out by the engine on a copy; nothing is done. `on`: the
 * day whose boards are looked at, for what holds only later; left out, today.
 */
export const EffectsRequest = z.strictObject({ version: z.int(), edits: Edits, on: PlainDate.optional() })
export type EffectsRequest = z.infer<typeof EffectsRequest>

/** A number that would be another one. Amounts are in words, as the floor writes them. */
const MovedValue = z.object({
  metric: z.string(),
  name: z.string(),
  /** "November 2026". */
  period: z.string(),
  /** What moves in it: teams, or the whole floor where no team does. The largest difference first. */
  of: z.array(z.object({ id: z.string(), name: z.string(), before: z.string(), after: z.string() })),
})

export const EditEffects = z.object({
  version: z.int(),
  /** Why the feed would refuse them, each in a sentence; then nothing else is told. */
  errors: z.array(z.string()),
  /** Those that would look different at that instant. */
  boards: z.array(z.object({ id: z.string(), title: z.string() })),
  /** The latest period first; at most 60, `more` says how many there are beyond. */
  values: z.array(MovedValue),
  more: z.int(),
  /** Names whose facts would be nobody's, with how many. */
  lost: z.array(z.object({ rep: z.string(), facts: z.int(), because: z.string() })),
})
export type EditEffects = z.infer<typeof EditEffects>
