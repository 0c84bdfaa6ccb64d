// A form's fields of a board's lines in the floor file, and back.
import type { BoardKind } from '../../../wire/boards.ts'
import { Board, type FloorFile } from '../../../wire/floor.ts'
import { type BoardDraft, emptyDraft } from './board-draft.ts'
import type { BoardAsk } from './board-form.ts'
import { asksFor, boardForms } from './board-forms.ts'

/** The lines of a board, before they are parsed. */
export type BoardLines = Readonly<Record<string, unknown>> & { readonly id: string; readonly kind: BoardKind }

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

const rowsOf = (board: Board): string => {
  const { rows } = boardForms[board.kind]
  return (rows && textIn(fieldsOf(board), rows.key)) ?? emptyDraft.rows
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
    days: typeof fields['days'] === 'number' ? fields['days'] : emptyDraft.days,
    text: textIn(fields, 'text') ?? '',
    countdownTo: textIn(fields, 'countdownTo') ?? '',
    afterwards: textIn(fields, 'afterwards') ?? '',
  }
}

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
    metrics: form.eachWithWindow ? metrics.map((id) => pairedLines(id, before['metrics'])) : metrics,
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
  const has = (ask: BoardAsk): boolean => asksFor(kind, ask)
  const { pair, inputs, countdownTo } = draft
  const { rows } = boardForms[kind]
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
      ...(rows && draft.rows !== emptyDraft.rows && { [rows.key]: draft.rows }),
      ...(has('show') && { show: draft.show }),
      ...(has('sides') && { sides: draft.sides }),
      ...(has('contest') && draft.contest !== null && { contest: draft.contest }),
      ...(has('award') && { award: draft.award }),
      ...(has('days') && draft.days !== emptyDraft.days && { days: draft.days }),
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
