// What words of a column of stages mean, where the fields of a form cannot say it: words with a comma, and rows that are left out.
import type { z } from 'zod'
import type { InboundMapping } from '../../../../shared/wire/mapping.ts'
import { wordsFor } from '../sources/tables/guess-form.ts'
import type { FilePlan } from './file-plan.ts'

export type StageMeaning = 'open' | 'won' | 'lost' | 'out'
/** By the word as the file writes it. */
export type StageMeanings = Readonly<Record<string, StageMeaning>>

type Written = z.input<typeof InboundMapping>
type Raw = Readonly<Record<string, unknown>>

const said = ['won', 'lost', 'open'] as const

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): readonly string[] =>
  [value].flat().filter((each): each is string => typeof each === 'string')

/** As a form wrote it: its column of stages, and the words of each meaning; null where it has none. */
const statusOf = ({ fields }: Raw): { readonly column: string; readonly values: Raw } | null => {
  const status = isObject(fields) ? fields['status'] : undefined
  if (!isObject(status)) return null
  const { column, values } = status
  return typeof column === 'string' ? { column, values: isObject(values) ? values : {} } : null
}

const withValues = (mapping: Raw, column: string, values: Raw): Raw => ({
  ...mapping,
  fields: { ...(isObject(mapping['fields']) && mapping['fields']), status: { column, values } },
})

/** A mapping that a form made, with what it could not say. */
export const withStages = (mapping: Written, stages: StageMeanings): Written => {
  const status = statusOf(mapping)
  const words = Object.entries(stages)
  if (status === null || words.length === 0) return mapping
  const of = (meaning: StageMeaning): string[] =>
    words.flatMap(([word, is]) => (is === meaning ? [word] : []))
  const values = Object.fromEntries(
    said.flatMap((meaning) => {
      const all = [...listOf(status.values[meaning]), ...of(meaning)]
      return all.length > 0 ? [[meaning, all]] : []
    }),
  )
  const out = of('out')
  return {
    ...withValues(mapping, status.column, values),
    ...(out.length > 0 && { when: { [status.column]: { not: out } } }),
  } as Written
}

/** The same taken apart again: what a form can be made of, and the rest. */
export const splitStages = (mapping: Raw): { readonly plain: Raw; readonly stages: StageMeanings } => {
  const status = statusOf(mapping)
  if (status === null) return { plain: mapping, stages: {} }
  const { when, ...rest } = mapping
  const condition = isObject(when) && Object.keys(when).length === 1 ? when[status.column] : undefined
  const out = isObject(condition) ? listOf(condition['not']) : []
  const commas = said.flatMap((meaning) =>
    listOf(status.values[meaning])
      .filter((word) => word.includes(','))
      .map((word) => [word, meaning] as const),
  )
  const values = Object.fromEntries(
    said.flatMap((meaning) => {
      const plain = listOf(status.values[meaning]).filter((word) => !word.includes(','))
      return plain.length > 0 ? [[meaning, plain]] : []
    }),
  )
  return {
    plain: {
      ...(commas.length > 0 ? withValues(rest, status.column, values) : rest),
      // Conditions of another kind are nothing that a form has.
      ...(when !== undefined && out.length === 0 && { when }),
    },
    stages: Object.fromEntries([...commas, ...out.map((word) => [word, 'out'] as const)]),
  }
}

/** What a word means to whoever reads it, until somebody says otherwise. */
export const guessedMeaning = (word: string): StageMeaning => {
  // Commas are nothing to go by.
  const { won, lost } = wordsFor({ values: [word.replaceAll(',', ' ')], isFew: true })
  return won !== '' ? 'won' : lost !== '' ? 'lost' : 'open'
}

/** The plan in which these words mean that. */
export const takeStages = (plan: FilePlan, meanings: StageMeanings): FilePlan => {
  const { form } = plan
  if (form === null) return plan
  const all = Object.entries(meanings)
  const isBeside = ([word, meaning]: readonly [string, StageMeaning]): boolean =>
    meaning === 'out' || word.includes(',')
  const inForm = all.filter((each) => !isBeside(each))
  const wordsOf = (meaning: (typeof said)[number]): string =>
    [form[meaning].trim(), ...inForm.flatMap(([word, is]) => (is === meaning ? [word] : []))]
      .filter((word) => word !== '')
      .join(', ')
  return {
    ...plan,
    form: { ...form, won: wordsOf('won'), lost: wordsOf('lost'), open: wordsOf('open') },
    stages: { ...plan.stages, ...Object.fromEntries(all.filter(isBeside)) },
  }
}

/** Words whose rows are left out. */
export const leftOut = ({ stages }: FilePlan): readonly string[] =>
  Object.entries(stages).flatMap(([word, meaning]) => (meaning === 'out' ? [word] : []))
