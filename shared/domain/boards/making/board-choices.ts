// Which choices make sense for a board, on the floor that stands: those that its kind would not refuse. The reasons are the
// kind's own faults, so that the form and the floor file never disagree.
import type { BoardKind, BoardOf } from '../../../wire/boards.ts'
import type { Board, FloorFile, Metric } from '../../../wire/floor.ts'
import { boardKinds } from '../board-kinds.ts'
import { type BoardDraft, emptyDraft } from './board-draft.ts'
import type { BoardLack } from './board-form.ts'
import { asksFor, boardForms } from './board-forms.ts'
import { boardLines, parseBoard } from './board-lines.ts'

/** Of boards that are only tried. */
const triedId = 'tried'
const triedTitle = 'Tried'

const faultsFor = <K extends BoardKind>(board: BoardOf<K>, file: FloorFile) =>
  boardKinds[board.kind].faults(board, file, [])

/** Null: it is not yet a board at all. The keys at which its kind would refuse it. */
const refusedAt = (kind: BoardKind, draft: BoardDraft, file: FloorFile): ReadonlySet<string> | null => {
  const parsed = parseBoard(boardLines(kind, triedId, { ...draft, title: triedTitle }, null, file))
  if (!parsed.success) return null
  return new Set(faultsFor(parsed.data, file).map(({ path: [key] }) => String(key)))
}

/** Metrics that no longer count are offered to nobody. */
const isInUse = ({ retired }: Metric): boolean => retired === undefined

/** A draft that is whole but for what is tried: a list as long as the kind asks for, of one metric and others. */
const withMetric = (kind: BoardKind, draft: BoardDraft, metric: string, file: FloorFile): BoardDraft => {
  const least = boardForms[kind].metrics?.least ?? 0
  const others = file.metrics.map(({ id }) => id).filter((id) => id !== metric)
  return { ...draft, metrics: [metric, ...others.slice(0, Math.max(0, least - 1))], pair: null, inputs: [] }
}

/** Metrics that the board may show; of a formula's those of the draft's role. */
export const metricChoices = (kind: BoardKind, draft: BoardDraft, file: FloorFile): readonly Metric[] => {
  if (boardForms[kind].metrics === null) return []
  // Whatever it takes to be a board beside its metrics, so that only these are judged.
  const sound = { ...draft, pipeline: draft.pipeline ?? file.metrics[0]?.id ?? null }
  return file.metrics.filter((metric) => {
    if (!isInUse(metric)) return false
    const refused = refusedAt(kind, withMetric(kind, sound, metric.id, file), file)
    return refused === null || !(refused.has('metric') || refused.has('metrics'))
  })
}

/** Open deals that can become the result. */
export const pipelineChoices = (kind: BoardKind, draft: BoardDraft, file: FloorFile): readonly Metric[] =>
  file.metrics.filter(
    (metric) =>
      isInUse(metric) && refusedAt(kind, { ...draft, pipeline: metric.id }, file)?.has('pipeline') === false,
  )

/** What may stand beside its metric: inputs beside an output, outputs beside an input. */
export const pairChoices = (draft: BoardDraft, { metrics }: FloorFile): readonly Metric[] => {
  const own = metrics.find(({ id }) => id === draft.metrics[0])
  if (own === undefined) return []
  return metrics.filter((metric) => isInUse(metric) && metric.indicator !== own.indicator)
}

const windows = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'last week',
  'last month',
  'last quarter',
  'last 7 days',
  'last 28 days',
]
/** Of boards that count to the last day of a period that goes on. */
const going = ['day', 'week', 'month', 'quarter', 'year']

/** The board's own first where it is none of the usual ones, then the usual ones. */
export const windowChoices = (kind: BoardKind, draft: BoardDraft, file: FloorFile): readonly string[] => {
  const usual = boardForms[kind].runsOut ? going : windows
  const own = file.metrics.find(({ id }) => id === draft.metrics[0])?.window
  const all = [draft.window, own ?? draft.window, ...usual]
  return [...new Set(all)].filter(
    (window) =>
      window === draft.window || refusedAt(kind, { ...draft, window }, file)?.has('window') !== true,
  )
}

/** `people`, `teams`, `office` or a field: whose rows or cards the board can have. */
export const rowsChoices = (kind: BoardKind, file: FloorFile): readonly string[] => [
  'people',
  ...(boardForms[kind].rows?.others(file) ?? []),
]

/** Roles that the board may keep to; none where its rows are no people. */
export const roleChoices = (kind: BoardKind, draft: BoardDraft, file: FloorFile): FloorFile['roles'] => {
  const { roles } = boardForms[kind]
  if (roles !== undefined) return roles(file)
  return draft.rows === emptyDraft.rows ? file.roles : []
}

/** Why a board of that kind cannot be made yet; null where it can. */
export const boardLack = (kind: BoardKind, file: FloorFile): BoardLack | null => {
  const { metrics, lacks } = boardForms[kind]
  const lack = lacks?.(file) ?? null
  if (lack !== null || metrics === null || metrics.least === 0) return lack
  const fitting = metricChoices(kind, emptyDraft, file)
  if (fitting.length < metrics.least) return 'metrics'
  if (!asksFor(kind, 'pipeline')) return null
  const some = fitting.some(
    ({ id }) => pipelineChoices(kind, { ...emptyDraft, metrics: [id] }, file).length > 0,
  )
  return some ? null : 'pipeline'
}

/** What its kind would refuse, by the key that it is about; the words are the floor file's. */
export const draftFaults = (
  board: Board,
  file: FloorFile,
): readonly { readonly at: string; readonly message: string }[] =>
  faultsFor(board, file).map(({ path: [key], message }) => ({ at: String(key), message }))
