// A table that numbers come from by themselves, as the floor file says it: where it lies, and how its rows become facts. A
// database's password is kept with the secrets of the feed, and never in the file.
import { z } from 'zod'
import { InboundMapping } from './mapping.ts'
import { Name, Slug } from './text.ts'

/** Of a file of rows alone. */
const ofFile = {
  /** Of a workbook; left out: its first one. */
  sheet: z.string().min(1).max(100).optional(),
  /** Lines above the header. */
  skipRows: z.int().min(0).max(1000).default(0),
  /** Of CSV; both are detected when left out. */
  delimiter: z.string().length(1).optional(),
  encoding: z.string().trim().min(1).max(40).optional(),
}

/** Of a file of rows, wherever it comes from. */
export const FileRules = z.strictObject(ofFile)
export type FileRules = z.output<typeof FileRules>

const ofDatabase = {
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65535).optional(),
  database: z.string().min(1).max(200),
  user: z.string().min(1).max(200),
  /** `verify`: encrypted, and its certificate is proved. `unverified`: encrypted alone. `off`: neither. */
  tls: z.enum(['verify', 'unverified', 'off']).default('verify'),
  /** In PEM: the authority that signed its certificate, where that is the company's own. */
  ca: z.string().max(20_000).optional(),
  /** One SELECT; `:since` in it stands for `changed` as far as it was read. */
  query: z.string().trim().min(1).max(20_000),
  /** The column that says when a row was changed. Left out, the query is read whole each time. */
  changed: z.string().trim().min(1).max(300).optional(),
}

/** A name of a folder: no way out of the one that tables lie in. */
const Folder = z
  .string()
  .max(200)
  .regex(
    /^(?!\.)[^/\\\0:*?"<>|]+(?:\/(?!\.)[^/\\\0:*?"<>|]+)*$/,
    'must be a folder’s name, such as exports/deals',
  )

const FilePattern = z
  .string()
  .max(200)
  .regex(/^[^/\\\0]+$/, 'must be a file’s name, in which * stands for anything')

export const TableFrom = z.discriminatedUnion('kind', [
  /** A CSV file or a workbook behind an address; a Google Sheet's own address will do. */
  z.strictObject({
    kind: z.literal('address'),
    address: z.url({ protocol: /^https?$/, error: 'must be an address that begins with https://' }).max(2000),
    ...ofFile,
  }),
  /** Files that other programs, or people, put into a folder of the feed's computer. */
  z.strictObject({
    kind: z.literal('folder'),
    folder: Folder,
    files: FilePattern.default('*'),
    /** `newest`: the last file is the whole table. `all`: all of them together are. */
    which: z.enum(['newest', 'all']).default('newest'),
    ...ofFile,
  }),
  z.strictObject({ kind: z.literal('postgres'), ...ofDatabase }),
  z.strictObject({ kind: z.literal('mysql'), ...ofDatabase }),
])
export type TableFrom = z.output<typeof TableFrom>
export type DatabaseFrom = Extract<TableFrom, { kind: 'postgres' | 'mysql' }>

/** An entry of `tables` in the floor file. */
export const TableSource = z.strictObject({
  id: Slug,
  name: Name,
  /** The source that its facts name; left out: its id. */
  source: z.string().trim().min(1).max(100).optional(),
  from: TableFrom,
  /** What is left out of it is the floor's: currency and zone. */
  mapping: InboundMapping,
  /** Between two looks; left out: five seconds for a folder, a minute for all others. */
  everySeconds: z.int().min(5).max(86_400).optional(),
  paused: z.boolean().default(false),
})
export type TableSource = z.output<typeof TableSource>
