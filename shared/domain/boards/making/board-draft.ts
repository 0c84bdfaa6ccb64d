// A board as the fields of a form, whatever its kind, and back to its lines in the floor file.
import { z } from 'zod'
import { Audience } from '../../../wire/audience.ts'
import type { BoardKind } from '../../../wire/boards.ts'
import { Board, type FloorFile } from '../../../wire/floor.ts'
import { asksFor, boardForms } from './board-forms.ts'

/** Of a form; fields that a kind does not ask for are as in `emptyDraft` and mean nothing. */
export const BoardDraft = z.object({
  title: z.string(),
  audience: Audience,
  team: z.string().nullable(),
  role: z.string().nullable(),
  /** In their order; of most kinds one. */
  metrics: z.array(z.string()),
  pipeline: z.string().nullable(),
  pair: z.string().nullable(),
  inputs: z.array(z.string()),
  window: z.string(),
  period: z.string(),
  rankBy: z.string(),
  /** `people`, `teams`, `team`, `office`, or the field whose values are the rows. */
  rows: z.string(),
  show: z.string(),
  sides: z.array(z.string()),
  /** The contest's id; null: none, or of a hall of fame all. */
  contest: z.string().nullable(),
  award: z.string().nullable(),
  days: z.number(),
  text: z.string(),
  countdownTo: z.string(),
  afterwards: z.string(),
})
export type BoardDraft = z.infer<typeof BoardDraft>

/** The lines of a board, before they are parsed. */
export type BoardLines = Readonly<Record<string, unknown>> & { readonly id: string; readonly kind: BoardKind }

const usualDays = 14

export const emptyDraft: BoardDraft = {
  title: '',
  audience: 'floor',
  team: null,
  role: null,
  metrics: [],
  pipeline: null,
  pair: null,
  inputs: [],
  window: 'quarter',
  period: '',
  rankBy: 'value',
  rows: 'people',
  show: '',
  sides: [],
  contest: null,
  award: null,
  days: usualDays,
  text: '',
  countdownTo: '',
  afterwards: '',
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (board: Board): Fields => board
const textIn = (fields: Fields, key: string): string | null =>
  typeof fields[key] === 'string' ? fields[key] : null

/** Of a metric that stands alone or beside its window. */
const metricIn = (part: unknown): string | null => {
  if (typeof part === 'string') return part
  if (typeof part !== 'object' || part === null || !('metric' in part)) return null
  return typeof part.metric === 'string' ? part.metric : null
}

const metricsIn = (part: unknown): string[] =>
  Array.isArray(part) ? part.flatMap((each: unknown) => metricIn(each) ?? []) : []

/** Where the kind keeps whose rows it has. */
const rowsKey = (kind: BoardKind): 'by' | 'of' => (kind === 'results' || kind === 'trend-race' ? 'of' : 'by')

const rowsOf = (board: Board): string => {
  if (!asksFor(board.kind, 'rows')) return emptyDraft.rows
  return textIn(fieldsOf(board), rowsKey(board.kind)) ?? emptyDraft.rows
}

export const draftOf = (board: Board): BoardDraft => {
  const fields = fieldsOf(board)
  const sides = fields['sides']
  return {
    title: board.title,
    audience: board.audience,
    team: board.scope.team ?? null,
    role: board.scope.role ?? null,
    metrics: 'metric' in board ? [board.metric] : metricsIn(fields['metrics']),
    pipeline: textIn(fields, 'pipeline'),
    pair: metricIn(fields['pair']),
    inputs: metricsIn(fields['inputs']),
    window: textIn(fields, 'window') ?? emptyDraft.window,
    period: textIn(fields, 'period') ?? emptyDraft.period,
    rankBy: textIn(fields, 'rankBy') ?? emptyDraft.rankBy,
    rows: rowsOf(board),
    show: textIn(fields, 'show') ?? emptyDraft.show,
    sides: Array.isArray(sides) ? sides.filter((side): side is string => typeof side === 'string') : [],
    contest: textIn(fields, 'contest'),
    award: textIn(fields, 'award'),
    days: typeof fields['days'] === 'number' ? fields['days'] : usualDays,
    text: textIn(fields, 'text') ?? '',
    countdownTo: textIn(fields, 'countdownTo') ?? '',
    afterwards: textIn(fields, 'afterwards') ?? '',
  }
}

/** Kinds that name their metrics each with its own window. */
const namesWindows: ReadonlySet<BoardKind> = new Set(['spotlight', 'head-to-head', 'calm'])

/** A metric beside its window; as it was before, where it was there. */
type PairedLines = (metric: string, before: unknown) => Fields

/** A new one is looked at through its own window, which its goals are set for, and not through a board's longer one. */
const pairedFor =
  (metrics: FloorFile['metrics'], boardWindow: string | null): PairedLines =>
  (metric, before) => {
    const list: readonly unknown[] = Array.isArray(before) ? before : [before]
    const known = list.find((each) => metricIn(each) === metric)
    if (typeof known === 'object' && known !== null) return { ...known }
    const own = metrics.find(({ id }) => id === metric)?.window
    return own === undefined || own === boardWindow || boardWindow === null
      ? { metric }
      : { metric, window: own }
  }

const metricFields = (
  kind: BoardKind,
  draft: BoardDraft,
  before: Fields,
  pairedLines: PairedLines,
): Fields => {
  const form = boardForms[kind].metrics
  if (form === null) return {}
  if (form.most === 1) return { metric: draft.metrics[0] }
  const { metrics } = draft
  if (metrics.length === 0 && form.least === 0) return {}
  return {
    metrics: namesWindows.has(kind) ? metrics.map((id) => pairedLines(id, before['metrics'])) : metrics,
  }
}

const filled = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )

/** Keys that a form writes; what else a board has is kept. */
const written = [
  'title',
  'audience',
  'scope',
  'metric',
  'metrics',
  'pipeline',
  'pair',
  'inputs',
  'window',
  'period',
  'rankBy',
  'by',
  'of',
  'show',
  'sides',
  'contest',
  'award',
  'days',
  'text',
  'countdownTo',
  'afterwards',
]

const scopeOf = ({ team, role }: BoardDraft): Fields | undefined =>
  team === null && role === null ? undefined : filled({ team, role })

/**
 * The board's lines without what is as it would be when left out. `before`: the board that is changed, whose other
 * fields stay; null for a new one.
 */
export const boardLines = (
  kind: BoardKind,
  id: string,
  draft: BoardDraft,
  before: Board | null,
  { metrics }: Pick<FloorFile, 'metrics'>,
): BoardLines => {
  const fields: Fields = before === null ? {} : fieldsOf(before)
  const kept = Object.fromEntries(
    Object.entries(fields).filter(([key]) => !written.includes(key) && key !== 'id' && key !== 'kind'),
  )
  const has = (ask: Parameters<typeof asksFor>[1]): boolean => asksFor(kind, ask)
  const { pair, inputs, countdownTo } = draft
  const paired = pairedFor(metrics, has('window') ? draft.window : null)
  return {
    id,
    kind,
    ...filled({
      title: draft.title.trim(),
      audience: draft.audience === 'floor' ? undefined : draft.audience,
      ...metricFields(kind, draft, fields, paired),
      ...(has('pipeline') && { pipeline: draft.pipeline }),
      ...(has('window') && { window: draft.window }),
      ...(has('period') && { period: draft.period }),
      ...(has('pair') && pair !== null && { pair: paired(pair, fields['pair']) }),
      ...(has('inputs') &&
        inputs.length > 0 && { inputs: inputs.map((each) => paired(each, fields['inputs'])) }),
      ...(has('rankBy') && draft.rankBy !== emptyDraft.rankBy && { rankBy: draft.rankBy }),
      ...(has('rows') && draft.rows !== emptyDraft.rows && { [rowsKey(kind)]: draft.rows }),
      ...(has('show') && { show: draft.show }),
      ...(has('sides') && { sides: draft.sides }),
      ...(has('contest') && draft.contest !== null && { contest: draft.contest }),
      ...(has('award') && { award: draft.award }),
      ...(has('days') && draft.days !== usualDays && { days: draft.days }),
      ...(has('text') && { text: draft.text.trim() }),
      ...(has('countdown') &&
        countdownTo !== '' && { countdownTo, afterwards: draft.afterwards.trim() || undefined }),
      ...(has('scope') && { scope: scopeOf(draft) }),
    }),
    ...kept,
  }
}

/** As the floor file takes it; fails where something is missing still. */
export const parseBoard = (lines: BoardLines): ReturnType<typeof Board.safeParse> => Board.safeParse(lines)
