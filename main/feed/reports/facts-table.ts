// The facts behind a number as rows and columns, for a spreadsheet: with what each adds, they are the number.
import { exponentOf } from '../../../shared/domain/words/currency-exponent.ts'
import type { ExplainedAnswer } from '../../../shared/wire/explained.ts'
import type { CellValue, ReportTable } from './report-table.ts'

const columns = [
  'metric',
  'date',
  'source',
  'id',
  'name',
  'amount',
  'currency',
  'rate',
  'credits',
  'share',
  'adds',
]

const inMajor = (minor: number, currency: string): number => minor / 10 ** exponentOf(currency)

/**
 * Oldest first; money in whole units. `share`: how much of the fact counts. What is not listed is one row of its part,
 * without a source.
 */
export const factsTable = ({ parts }: Pick<ExplainedAnswer, 'parts'>, currency: string): ReportTable => ({
  columns,
  rows: parts.flatMap(({ metric, lines, more }) => {
    const amountOf = (adds: number): number => (metric.unit === 'money' ? inMajor(adds, currency) : adds)
    const listed = lines
      .toReversed()
      .map((line): readonly CellValue[] => [
        metric.name,
        line.when,
        line.source,
        line.id,
        line.name,
        line.amount && inMajor(line.amount.minor, line.amount.currency),
        line.amount?.currency ?? null,
        line.rate,
        line.credits
          .map(({ rep, share }) => (share === null ? rep : `${rep} ${Math.round(share * 1e4) / 100}%`))
          .join('; '),
        line.facts,
        amountOf(line.adds),
      ])
    const rest: readonly CellValue[] = [
      metric.name,
      ...Array.from({ length: 8 }, () => null),
      more.facts,
      amountOf(more.adds),
    ]
    return more.lines > 0 ? [rest, ...listed] : listed
  }),
})
