// What would change, in words.
import type { Forecast, MetricChange } from '../../shared/wire/imports.ts'

const windowWords = ({ window, before, after }: MetricChange['windows'][number]): string =>
  `${window} ${before} → ${after}`

/** `Won revenue: Q4 2026 $0 → $350.50`, a line for each metric. */
export const forecastWords = ({ metrics }: Pick<Forecast, 'metrics'>): readonly string[] =>
  metrics.length === 0
    ? ['no metric would change']
    : metrics.map(({ name, windows }) => `${name}: ${windows.map(windowWords).join('; ')}`)
