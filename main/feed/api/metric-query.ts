// The text of a query, read into a question for the floor.
import type { z } from 'zod'
import { MetricQueryText } from '../../../shared/wire/query.ts'
import { Grain, parseWindow, type WindowSpec } from '../../../shared/wire/window.ts'
import type { MetricQuery } from '../floor/live-floor.ts'
import { ApiError } from './api-error.ts'

const badQuery = ({ issues: [issue] }: z.ZodError): ApiError => {
  if (issue?.code === 'unrecognized_keys')
    return new ApiError(
      'unknown-filter',
      `${issue.keys.join(', ')}: no such filter; there are ${known.join(', ')}.`,
    )
  return new ApiError('bad-query', `${issue?.path.join('.')}: ${issue?.message}.`)
}

const known = Object.keys(MetricQueryText.shape)

const windowOf = ({ window, offset, from, to }: MetricQueryText): WindowSpec | null => {
  const ranged = from !== undefined || to !== undefined
  if (ranged && (window !== undefined || offset !== undefined))
    throw new ApiError('bad-window', 'Name a window, or from and to, not both.')
  const text = ranged ? `${from ?? ''}..${to ?? ''}` : window
  if (text === undefined) {
    if (offset !== undefined)
      throw new ApiError('bad-window', 'offset: needs a window such as "quarter" to move.')
    return null
  }
  const spec = parseWindow(text)
  if (spec === null)
    throw new ApiError(
      'bad-window',
      ranged
        ? 'from, to: the range must end after it starts.'
        : `window: "${text}" is none; say "quarter", "last week", "last 28 days" or "2026-01-01..2026-04-01".`,
    )
  if (offset === undefined) return spec
  const grain = Grain.safeParse(text)
  if (!grain.success)
    throw new ApiError('bad-window', `offset: moves one of ${Grain.options.join(', ')}, not "${text}".`)
  return { kind: 'period', grain: grain.data, offset }
}

export const readMetricQuery = (metric: string, query: unknown, now: number): MetricQuery => {
  const parsed = MetricQueryText.safeParse(query)
  if (!parsed.success) throw badQuery(parsed.error)
  const { by, at, team, role } = parsed.data
  return {
    metric,
    window: windowOf(parsed.data),
    by,
    at: at === undefined ? now : Date.parse(at),
    team: team ?? null,
    role: role ?? null,
  }
}
