// Where a table lies, as a form: what is typed, and what the floor file says of it.
import { TableFrom } from '../../../../../shared/wire/table.ts'
import type { TableKind } from './kind-words.ts'

export interface PlaceForm {
  readonly kind: TableKind
  readonly address: string
  readonly folder: string
  readonly files: string
  readonly which: 'newest' | 'all'
  readonly sheet: string
  readonly skipRows: number
  /** Of CSV, written in the file alone; the form leaves them as they are. */
  readonly delimiter: string
  readonly encoding: string
  readonly host: string
  readonly port: string
  readonly database: string
  readonly user: string
  readonly tls: 'verify' | 'unverified' | 'off'
  readonly ca: string
  readonly query: string
  readonly changed: string
}

export const emptyPlace = (kind: TableKind): PlaceForm => ({
  kind,
  address: '',
  folder: 'crm',
  files: '*',
  which: 'newest',
  sheet: '',
  skipRows: 0,
  delimiter: '',
  encoding: '',
  host: '',
  port: '',
  database: '',
  user: '',
  tls: 'verify',
  ca: '',
  query: '',
  changed: '',
})

type Written = Readonly<Record<string, unknown>>

const given = (fields: Readonly<Record<string, string>>): Written =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''))

const ofFile = ({ sheet, skipRows, delimiter, encoding }: PlaceForm): Written => ({
  ...given({ sheet, encoding }),
  ...(delimiter !== '' && { delimiter }),
  ...(skipRows > 0 && { skipRows }),
})

/** As it is written in the floor file: what is as usual is left out. */
export const placeOf = (form: PlaceForm): Written => {
  const { kind } = form
  if (kind === 'address') return { kind, address: form.address.trim(), ...ofFile(form) }
  if (kind === 'folder')
    return {
      kind,
      folder: form.folder.trim(),
      ...(form.files.trim() !== '*' && given({ files: form.files.trim() })),
      ...(form.which === 'all' && { which: form.which }),
      ...ofFile(form),
    }
  return {
    kind,
    ...{ host: form.host.trim(), database: form.database, user: form.user, query: form.query },
    ...(form.port.trim() !== '' && { port: Number(form.port) }),
    ...(form.tls !== 'verify' && { tls: form.tls }),
    ...given({ ca: form.ca, changed: form.changed.trim() }),
  }
}

/** The same as it is read; null while something is missing. */
export const readPlace = (form: PlaceForm): TableFrom | null =>
  TableFrom.safeParse(placeOf(form)).data ?? null

export const formOfPlace = (from: TableFrom): PlaceForm => {
  const written = Object.entries(from).filter(([, value]) => value !== undefined)
  const { port, ...rest }: Partial<Record<string, unknown>> = Object.fromEntries(written)
  return { ...emptyPlace(from.kind), ...rest, port: port === undefined ? '' : String(port) }
}
