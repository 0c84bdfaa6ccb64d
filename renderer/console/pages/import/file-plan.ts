// What somebody has chosen for a file: how its rows become facts. It begins with what was chosen before, with a mapping that was
// kept for such columns, or with a guess.
import type { z } from 'zod'
import type {
  ImportFile,
  KeptMapping,
  TriedImportFile,
  WrittenFileMapping,
} from '../../../../shared/wire/import-files.ts'
import { InboundMapping } from '../../../../shared/wire/mapping.ts'
import type { FileRules } from '../../../../shared/wire/table.ts'
import { formOf, isComplete, type MappingForm, mappingOf } from '../inbound/form-mapping.ts'
import { guessForm, type WrittenDays, writtenDaysOf } from '../sources/tables/guess-form.ts'
import { type StageMeanings, splitStages, withStages } from './plan-stages.ts'

export interface FilePlan {
  /** What the facts' source is called: the same for every file of one system. */
  readonly source: string
  readonly sheet: string
  readonly skipRows: number
  /** Empty: found by the feed. */
  readonly encoding: string
  readonly delimiter: string
  /** Null while the columns are not known. */
  readonly form: MappingForm | null
  /** What words of the stages mean beside those that the form has. */
  readonly stages: StageMeanings
  /** IANA; empty: the floor's. */
  readonly timeZone: string
}

export const emptyPlan = (source: string): FilePlan => ({
  source,
  sheet: '',
  skipRows: 0,
  encoding: '',
  delimiter: '',
  form: null,
  stages: {},
  timeZone: '',
})

export const rulesOf = ({ sheet, skipRows, encoding, delimiter }: FilePlan): FileRules => ({
  skipRows,
  ...(sheet !== '' && { sheet }),
  ...(encoding !== '' && { encoding }),
  ...(delimiter !== '' && { delimiter }),
})

/** Whether no column was recognised, or chosen, of what makes a deal or a call: a list of people or of customers has none. */
export const isOfNothing = ({ id, amount, status, closedAt, at, durationSeconds }: MappingForm): boolean =>
  [id, amount, status, closedAt, at, durationSeconds].every((column) => column === '')

/** Undefined while something is missing. */
export const mappingOfPlan = ({
  form,
  stages,
  timeZone,
}: FilePlan): z.input<typeof InboundMapping> | undefined =>
  form === null || !isComplete(form)
    ? undefined
    : { ...withStages(mappingOf(form), stages), ...(timeZone !== '' && { timeZone }) }

/** Null where it says more than a form can. */
export const planOf = ({ source, rules, mapping }: WrittenFileMapping, currency: string): FilePlan | null => {
  const { timeZone, ...rest } = mapping
  const { plain, stages } = splitStages(rest)
  const read = InboundMapping.safeParse(plain)
  const form = read.success ? formOf(read.data, currency) : null
  if (form === null) return null
  const { sheet = '', skipRows, encoding = '', delimiter = '' } = rules
  return {
    ...{ source, sheet, skipRows, encoding, delimiter, form, stages },
    timeZone: typeof timeZone === 'string' ? timeZone : '',
  }
}

/** Its name without what changes from export to export: an ending, a date, a number. */
export const sourceOf = ({ name }: Pick<ImportFile, 'name'>): string =>
  name
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[\s_-]*\(?\d[\d\s_.:-]*\)?$/u, '')
    .trim()
    .slice(0, 100) || 'import'

/** Of a form: the days of the column that they are read from; null where there is nothing to ask. */
export const unclearDays = (form: MappingForm, columns: TriedImportFile['columns']): WrittenDays | null => {
  const column = form.type === 'deal' ? form.closedAt : form.at
  const days = writtenDaysOf(columns.find(({ name }) => name === column)?.values ?? [])
  return days?.order === 'both' ? days : null
}

/**
 * Where days can be read in two orders, the one that goes with its decimals, else the one that is usual where this money is: shown in
 * words, and changed by a press.
 */
const withOrder = (form: MappingForm, columns: TriedImportFile['columns'], currency: string): MappingForm => {
  const days = unclearDays(form, columns)
  if (days === null || form.dateFormat !== '') return form
  // Who writes a decimal comma writes no month first.
  const isMonthFirst = currency === 'USD' && form.decimal !== ','
  return { ...form, dateFormat: isMonthFirst ? days.monthFirst : days.dayFirst, version: '' }
}

export interface Begun {
  readonly plan: FilePlan
  /** The name of the kept mapping that it was made of; null: a guess. */
  readonly kept: string | null
}

/** The first plan for columns that are known now. `currency`: the floor's. */
export const beginPlan = (
  plan: FilePlan,
  tried: Pick<TriedImportFile, 'columns' | 'kept'>,
  mappings: readonly KeptMapping[],
  currency: string,
): Begun => {
  const kept = mappings.find(({ name }) => name === tried.kept)
  const known = kept && planOf(kept, currency)
  // The file may be of another encoding than the one that it was made for.
  if (kept && known)
    return { plan: { ...known, sheet: plan.sheet, encoding: plan.encoding }, kept: kept.name }
  const form = withOrder(guessForm(tried.columns, currency), tried.columns, currency)
  return { plan: { ...plan, form }, kept: null }
}
