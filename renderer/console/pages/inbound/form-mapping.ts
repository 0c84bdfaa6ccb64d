// The usual mapping as a form: one path for each field. What has more to it is written in the floor file, and is no form.
import type { z } from 'zod'
import { isSame } from '../../../../shared/domain/edits/history/same.ts'
import { InboundMapping } from '../../../../shared/wire/mapping.ts'

/** Paths as they are written; empty where there is none. */
export interface MappingForm {
  readonly type: 'deal' | 'activity'
  readonly id: string
  readonly rep: string
  readonly version: string
  /** Of a deal: where its status stands, and the words for each, with commas between them; or all of them are won. */
  readonly statusIs: 'path' | 'won'
  readonly status: string
  readonly won: string
  readonly lost: string
  readonly open: string
  readonly name: string
  readonly account: string
  readonly stage: string
  readonly amount: string
  /** Where the currency's code stands; `currency` is that of all others. */
  readonly currencyPath: string
  readonly currency: string
  readonly closedAt: string
  readonly createdAt: string
  readonly expectedCloseOn: string
  readonly stageEnteredAt: string
  readonly lastActivityAt: string
  /** Of an activity: what it is called, always the same or where that stands. */
  readonly kind: string
  readonly kindIs: 'always' | 'path'
  readonly at: string
  readonly durationSeconds: string
  readonly outcome: string
  /** Of both: how dates are written, where that does not show. */
  readonly dateFormat: string
  /** The decimal sign, where that does not show. */
  readonly decimal: string
  /** Where it shows that it is gone, and the words for that; without words, yes or a date. */
  readonly deleted: string
  readonly deletedIs: string
}

export const emptyForm = (currency: string): MappingForm => ({
  type: 'deal',
  id: '',
  rep: '',
  version: '',
  statusIs: 'path',
  status: '',
  won: 'won',
  lost: 'lost',
  open: 'open',
  name: '',
  account: '',
  stage: '',
  amount: '',
  currencyPath: '',
  currency,
  closedAt: '',
  createdAt: '',
  expectedCloseOn: '',
  stageEnteredAt: '',
  lastActivityAt: '',
  kind: 'call',
  kindIs: 'always',
  at: '',
  durationSeconds: '',
  outcome: '',
  dateFormat: '',
  decimal: '',
  deleted: '',
  deletedIs: '',
})

const words = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

const given = <K extends string>(fields: Readonly<Record<K, string>>): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries<string>(fields).filter(([, path]) => path !== '')) as Partial<
    Record<K, string>
  >

const both = (form: MappingForm) => ({
  id: form.id,
  ...given({ dateFormat: form.dateFormat, decimal: form.decimal }),
  ...(form.deleted !== '' && {
    deleted: words(form.deletedIs).length === 0 ? form.deleted : { [form.deleted]: words(form.deletedIs) },
  }),
  credits: [{ rep: form.rep }],
})

/** Fields of a deal that one column says, and nothing more. */
const plainFields = [
  'name',
  'account',
  'stage',
  'closedAt',
  'createdAt',
  'expectedCloseOn',
  'stageEnteredAt',
  'lastActivityAt',
  'version',
] as const

/** Of each of them what `of` makes of it. */
const ofPlainFields = (of: (field: (typeof plainFields)[number]) => string) =>
  Object.fromEntries(plainFields.map((field) => [field, of(field)])) as Record<
    (typeof plainFields)[number],
    string
  >

const dealOf = (form: MappingForm) => {
  const { status, amount, currency, currencyPath } = form
  const values = { won: words(form.won), lost: words(form.lost), open: words(form.open) }
  return {
    type: 'deal',
    ...both(form),
    ...(amount !== '' && { currency }),
    fields: {
      status:
        form.statusIs === 'won'
          ? { constant: 'won' }
          : {
              column: status,
              values: Object.fromEntries(Object.entries(values).filter(([, said]) => said.length > 0)),
            },
      ...given(ofPlainFields((field) => form[field])),
      ...(amount !== '' && {
        amount: currencyPath === '' ? amount : { column: amount, currency: { column: currencyPath } },
      }),
    },
  }
}

const activityOf = (form: MappingForm) => {
  const { kind, kindIs, at, durationSeconds, outcome, version } = form
  return {
    type: 'activity',
    ...both(form),
    fields: {
      kind: kindIs === 'always' ? { constant: kind } : kind,
      at,
      ...given({ durationSeconds, outcome, version }),
    },
  }
}

/** As it is written in the floor file. */
export const mappingOf = (form: MappingForm): z.input<typeof InboundMapping> =>
  (form.type === 'deal' ? dealOf(form) : activityOf(form)) as z.input<typeof InboundMapping>

/** Whether it says enough to be read by. */
export const isComplete = (form: MappingForm): boolean => InboundMapping.safeParse(mappingOf(form)).success

const columnOf = (cell: object | undefined): string => {
  const column: unknown = cell && Reflect.get(cell, 'column')
  return typeof column === 'string' ? column : ''
}

/** One text, or several with commas. */
const spoken = (values: unknown): string =>
  Array.isArray(values) ? values.join(', ') : typeof values === 'string' ? values : ''

const formOfDeal = (mapping: Extract<InboundMapping, { type: 'deal' }>): Partial<MappingForm> => {
  const { status, amount } = mapping.fields
  const values = 'values' in status ? status.values : undefined
  const currency = amount && 'currency' in amount ? amount.currency : undefined
  return {
    statusIs: 'constant' in status && status.constant === 'won' ? 'won' : 'path',
    status: columnOf(status),
    won: spoken(values?.['won']),
    lost: spoken(values?.['lost']),
    open: spoken(values?.['open']),
    ...ofPlainFields((field) => columnOf(mapping.fields[field])),
    amount: columnOf(amount),
    currencyPath: typeof currency === 'object' ? currency.column : '',
  }
}

const formOfActivity = (mapping: Extract<InboundMapping, { type: 'activity' }>): Partial<MappingForm> => {
  const { kind, at, durationSeconds, outcome, version } = mapping.fields
  const constant = 'constant' in kind ? kind.constant : undefined
  return {
    kind: constant ?? columnOf(kind),
    kindIs: constant === undefined ? 'path' : 'always',
    at: columnOf(at),
    durationSeconds: columnOf(durationSeconds),
    outcome: columnOf(outcome),
    version: columnOf(version),
  }
}

/** Null where it says more than the form can: saving the form would lose that. */
export const formOf = (written: InboundMapping, currency: string): MappingForm | null => {
  // One that was saved a moment ago stands here as the form wrote it, with its id as a text.
  const mapping = Array.isArray(written.id) ? written : (InboundMapping.safeParse(written).data ?? written)
  const { deleted } = mapping
  const [gone] = deleted && 'when' in deleted ? Object.entries(deleted.when) : []
  const form: MappingForm = {
    ...emptyForm(mapping.currency ?? currency),
    type: mapping.type,
    id: mapping.id[0] ?? '',
    rep: columnOf(mapping.credits[0]?.rep),
    decimal: mapping.decimal ?? '',
    dateFormat: mapping.dateFormat?.length === 1 ? (mapping.dateFormat[0] ?? '') : '',
    deleted: deleted && 'flag' in deleted ? deleted.flag : (gone?.[0] ?? ''),
    deletedIs: gone && 'is' in gone[1] ? spoken(gone[1].is) : '',
    ...(mapping.type === 'deal' ? formOfDeal(mapping) : formOfActivity(mapping)),
  }
  const again = InboundMapping.safeParse(mappingOf(form))
  return again.success && isSame(again.data, mapping) ? form : null
}
