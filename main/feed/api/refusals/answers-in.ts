// What is told of files, tables and sources in sentences, in the language of whoever asks. What is kept of it, the report of
// an import and its refused rows, stays as it was written.
import type { FileResult, ImportFile } from '../../../../shared/wire/import-files.ts'
import type {
  InboundAnswer,
  InboundDeliveriesAnswer,
  InboundTryAnswer,
} from '../../../../shared/wire/inbound.ts'
import type { SourceHealth, TriedSource } from '../../../../shared/wire/sources.ts'
import type { TableHealth, TriedTable } from '../../../../shared/wire/tables.ts'
import { refusalIn } from './refusal-words.ts'

/** `language`: an `Accept-Language`. */
type Language = string | undefined

interface Why {
  readonly why: string
}

const whyIn = <T extends Why>(list: readonly T[], language: Language): T[] =>
  list.map((each) => ({ ...each, why: refusalIn(language, each.why) }))

const sentenceIn = (sentence: string | null, language: Language): string | null =>
  sentence === null ? null : refusalIn(language, sentence)

const resultIn = (result: FileResult, language: Language): FileResult => ({
  ...result,
  warnings: result.warnings.map((each) => ({ ...each, what: refusalIn(language, each.what) })),
  notes: result.notes.map((note) => refusalIn(language, note)),
  refused: whyIn(result.refused, language),
  stopped: sentenceIn(result.stopped, language),
})

export const importFileIn = (file: ImportFile, language: Language): ImportFile => ({
  ...file,
  check: file.check && resultIn(file.check, language),
  result: file.result && resultIn(file.result, language),
})

/** Of a table, and of a file that was dropped. */
export const triedTableIn = <T extends TriedTable>(tried: T, language: Language): T => ({
  ...tried,
  trouble: sentenceIn(tried.trouble, language),
  advice: tried.advice.map((sentence) => refusalIn(language, sentence)),
  rows: tried.rows.map((row) => {
    if (row.kind === 'refused') return { ...row, reason: refusalIn(language, row.reason) }
    return row.kind === 'fact' ? { ...row, notes: row.notes.map((note) => refusalIn(language, note)) } : row
  }),
  refused: whyIn(tried.refused, language),
})

type Trouble = SourceHealth['trouble']

const troubleIn = (trouble: Trouble, language: Language): Trouble =>
  trouble && {
    ...trouble,
    what: refusalIn(language, trouble.what),
    click: sentenceIn(trouble.click, language),
  }

export const tableIn = (health: TableHealth, language: Language): TableHealth => ({
  ...health,
  trouble: troubleIn(health.trouble, language),
  refused: { ...health.refused, first: whyIn(health.refused.first, language) },
})

export const sourceIn = (health: SourceHealth, language: Language): SourceHealth => ({
  ...health,
  trouble: troubleIn(health.trouble, language),
  refused: { ...health.refused, first: whyIn(health.refused.first, language) },
})

export const triedSourceIn = (tried: TriedSource, language: Language): TriedSource => ({
  ...tried,
  trouble: sentenceIn(tried.trouble, language),
  period: tried.period && { ...tried.period, refused: whyIn(tried.period.refused, language) },
})

export const inboundIn = ({ sources }: InboundAnswer, language: Language): InboundAnswer => ({
  sources: sources.map((each) => ({
    ...each,
    fault: sentenceIn(each.fault, language),
    turnedAway: { ...each.turnedAway, why: sentenceIn(each.turnedAway.why, language) },
  })),
})

export const deliveriesIn = (
  { deliveries }: InboundDeliveriesAnswer,
  language: Language,
): InboundDeliveriesAnswer => ({
  deliveries: deliveries.map((each) => ({
    ...each,
    outcome: each.outcome && {
      ...each.outcome,
      refused: each.outcome.refused.map((sentence) => refusalIn(language, sentence)),
      warnings: each.outcome.warnings.map((sentence) => refusalIn(language, sentence)),
    },
  })),
})

export const inboundTryIn = ({ rows, fault }: InboundTryAnswer, language: Language): InboundTryAnswer => ({
  rows: rows.map((row) =>
    row.kind === 'refused' ? { ...row, reason: refusalIn(language, row.reason) } : row,
  ),
  fault: sentenceIn(fault, language),
})
