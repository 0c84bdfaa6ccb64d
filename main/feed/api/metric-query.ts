// The text of a query, read into a question for the floor.
import type { z } from 'zod'
import { ExplainQueryText, FactLinesQuery, usualLines } from '../../../shared/wire/explained.ts'
import { MetricQueryText } from '../../../shared/wire/query.ts'
import { Grain, parseWindow, type WindowSpec } from '../../../shared/wire/window.ts'
import { faultsIn } from '../floor-file/issue-sentences.ts'
import type { ExplainQuery } from '../fold/explain.ts'
import type { MetricQuery } from '../fold/live-floor.ts'
import { ApiError } from './api-error.ts'

const readText = <S extends z.ZodObject>(schema: S, query: unknown): z.output<S> => {
  const known = Object.keys(schema.shape)
  const given = Object.entries(query ?? {})
  const twice = given.find(([name, value]) => known.includes(name) && Array.isArray(value))
  if (twice) throw new ApiError('bad-query', `${twice[0]}: is given ${twice[1].length} times; say it once.`)
  const parsed = schema.safeParse(query, { reportInput: true })
  if (parsed.success) return parsed.data
  const unknown = given.map(([name]) => name).filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new ApiError(
      'unknown-filter',
      `${unknown.join(', ')}: no such parameter; there are ${known.join(', ')}.`,
    )
  const [fault] = faultsIn(parsed.error)
  const name = fault?.path.join('.') ?? ''
  const value = given.find(([each]) => each === name)?.[1]
  throw new ApiError('bad-query', `${name}: "${value}" ${fault?.message}.`)
}

type WindowText = Pick<MetricQueryText, 'window' | 'offset' | 'from' | 'to'>

const windowOf = ({ window, offset, from, to }: WindowText): WindowSpec | null => {
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
  const text = readText(MetricQueryText, query)
  const { by, at, team, role } = text
  return {
    metric,
    window: windowOf(text),
    by,
    at: at === undefined ? now : Date.parse(at),
    team: team ?? null,
    role: role ?? null,
  }
}

/** How many facts of a number are listed. */
export const readLines = (query: unknown): number => readText(FactLinesQuery, query).lines ?? usualLines

export const readExplainQuery = (
  metric: string,
  query: unknown,
  now: number,
): Omit<ExplainQuery, 'maySee'> => {
  const text = readText(ExplainQueryText, query)
  const { at, rep, team, role, lines } = text
  return {
    metric,
    window: windowOf(text),
    at: at === undefined ? now : Date.parse(at),
    rep: rep ?? null,
    team: team ?? null,
    role: role ?? null,
    lines: lines ?? usualLines,
  }
}
