// The export's figures counted once more, straight from its rows: a loop, a date's text and a division. It shares
// nothing with what it checks, neither the CSV reader nor the engine.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Deal {
  readonly rep: string
  readonly product: string
  readonly stage: string
  readonly engaged: string
  readonly closed: string
  readonly dollars: number
}

export interface Agent {
  readonly rep: string
  readonly team: string
  readonly office: string
}

/** The export has neither quotes nor commas within cells. */
const rowsOf = (path: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\r\n')
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    if (cells.length !== names.length) throw new Error(`an odd row: ${line}`)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

const idOf = (name: string | undefined): string => (name ?? '').toLowerCase().replaceAll(' ', '-')

export const readExport = (folder: string): { deals: Deal[]; agents: Agent[] } => ({
  deals: rowsOf(join(folder, 'sales_pipeline.csv')).map((row) => ({
    rep: idOf(row['sales_agent']),
    product: row['product'] ?? '',
    stage: row['deal_stage'] ?? '',
    engaged: row['engage_date'] ?? '',
    closed: row['close_date'] ?? '',
    dollars: Number(row['close_value']),
  })),
  agents: rowsOf(join(folder, 'sales_teams.csv')).map((row) => ({
    rep: idOf(row['sales_agent']),
    team: idOf(row['manager']),
    office: idOf(row['regional_office']),
  })),
})

export const metricIds = [
  'won-revenue',
  'won-deals',
  'lost-deals',
  'win-rate',
  'sales-cycle-days',
  'average-deal',
  'open-deals',
] as const
type MetricId = (typeof metricIds)[number]
export type Figures = Readonly<Record<MetricId, number | null>>

const per = (above: number, below: number): number | null => (below === 0 ? null : above / below)

/** From `start` up to, not including, `end`; both null for all of time. Money in cents. */
export const figuresOf = (deals: readonly Deal[], start: string | null, end: string | null): Figures => {
  const within = (date: string) => start === null || end === null || (date >= start && date < end)
  let cents = 0
  let won = 0
  let lost = 0
  let open = 0
  let days = 0
  for (const { stage, engaged, closed, dollars } of deals) {
    if (stage === 'Won' && within(closed)) {
      won++
      cents += dollars * 100
      days += (Date.parse(closed) - Date.parse(engaged)) / 86_400_000
    } else if (stage === 'Lost' && within(closed)) lost++
    else if (stage !== 'Won' && stage !== 'Lost' && within(engaged)) open++
  }
  return {
    'won-revenue': cents,
    'won-deals': won,
    'lost-deals': lost,
    'win-rate': per(won, won + lost),
    'sales-cycle-days': per(days, won),
    // An answer's money is in whole cents, also where a mean ends between two.
    'average-deal': won === 0 ? null : Math.round(cents / won),
    'open-deals': open,
  }
}
