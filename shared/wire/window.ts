// A window as people write it, in floor files and in queries.
import { z } from 'zod'
import { PlainDate } from './text.ts'

export const Grain = z.enum(['day', 'week', 'month', 'quarter', 'year'])
export type Grain = z.infer<typeof Grain>

/**
 * A span of whole local days, half-open.
 * `period`: the day, week … that holds today, moved by `offset` periods. `last`: the last `days` days, today included.
 * `older`: every day more than `days` before today. `range`: `from` up to, not including, `to`; null means open.
 * `all`: every day, and facts without a date.
 */
export type WindowSpec =
  | { readonly kind: 'period'; readonly grain: Grain; readonly offset: number }
  | { readonly kind: 'last'; readonly days: number }
  | { readonly kind: 'older'; readonly days: number }
  | { readonly kind: 'range'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'all' }

/** Does not match the hyphens of dates, which have digits on both sides. */
const joinedWords = /[-+](?=[a-z])|(?<=[a-z])[-+]/g
const periodPattern = /^(?:(this|last|previous|next) )?(day|week|month|quarter|year)$/
const daysPattern = /^(last|older than) (\d{1,4}) days?$/
const rangePattern = /^(?:(\d{4}-\d\d-\d\d))?\.\.(?:(\d{4}-\d\d-\d\d))?$/
const names: Readonly<Record<string, WindowSpec>> = {
  today: { kind: 'period', grain: 'day', offset: 0 },
  yesterday: { kind: 'period', grain: 'day', offset: -1 },
  tomorrow: { kind: 'period', grain: 'day', offset: 1 },
  overdue: { kind: 'older', days: 0 },
  all: { kind: 'all' },
}

/**
 * Reads `quarter`, `last week`, `next quarter`, `last 28 days`, `older than 14 days`, `2026-01-01..2026-04-01`, `today`,
 * `overdue`, `all`; null for anything else. Words may be joined by hyphens or plus signs, as in URLs.
 */
export const parseWindow = (text: string): WindowSpec | null => {
  const words = text.trim().toLowerCase().replace(joinedWords, ' ')
  const named = Object.hasOwn(names, words) ? names[words] : undefined
  if (named) return named
  const period = periodPattern.exec(words)
  if (period) {
    const offset = { this: 0, last: -1, previous: -1, next: 1 }[period[1] ?? 'this'] ?? 0
    return { kind: 'period', grain: Grain.parse(period[2]), offset }
  }
  const days = daysPattern.exec(words)
  if (days) {
    const count = Number(days[2])
    if (days[1] === 'last') return count > 0 ? { kind: 'last', days: count } : null
    return { kind: 'older', days: count }
  }
  const range = rangePattern.exec(words)
  if (range) {
    const [from, to] = [range[1] ?? null, range[2] ?? null]
    if (from === null && to === null) return null
    if ([from, to].some((date) => date !== null && !PlainDate.safeParse(date).success)) return null
    return from !== null && to !== null && from >= to ? null : { kind: 'range', from, to }
  }
  return null
}

/** Whether the window has a first day, so that there are days before it. */
export const hasFirstDay = (text: string): boolean => {
  const window = parseWindow(text)
  return (
    window?.kind === 'period' || window?.kind === 'last' || (window?.kind === 'range' && window.from !== null)
  )
}

/** A window in a floor file, kept as text; `parseWindow` reads it. */
export const WindowText = z
  .string()
  .refine(
    (text) => parseWindow(text) !== null,
    'must be a window such as "quarter", "last week", "last 28 days", "older than 14 days" or "2026-01-01..2026-04-01"',
  )
