// A board to begin with: what the floor measures, has goals for, and would most likely want to see on a board of that kind.
import type { BoardKind } from '../../../wire/boards.ts'
import type { FloorFile, Metric } from '../../../wire/floor.ts'
import { metricChoices, pairChoices, pipelineChoices } from './board-choices.ts'
import { type BoardDraft, emptyDraft } from './board-draft.ts'
import { asksFor, boardForms } from './board-forms.ts'

const goalsOf = ({ goals }: FloorFile, metric: string): FloorFile['goals'] =>
  goals.filter((goal) => goal.metric === metric)

/** Those with goals first, of these the ones of the kind's own sort, of these results; the file's order breaks ties. */
const byFitness = (
  wanted: Metric['indicator'],
  metrics: readonly Metric[],
  file: FloorFile,
): readonly Metric[] => {
  const lacks = ({ id, indicator, question, unit }: Metric): number =>
    (goalsOf(file, id).length > 0 ? 0 : 8) +
    (indicator === wanted ? 0 : 4) +
    (wanted === 'output' && question !== 'results' ? 2 : 0) +
    (unit === 'percent' ? 1 : 0)
  return [...metrics].sort((one, other) => lacks(one) - lacks(other))
}

/** Whose goals a metric has, so that metrics of the same work stand together. */
const aimedAt = (file: FloorFile, metric: string): ReadonlySet<string> => {
  const goals = goalsOf(file, metric)
  const roles = goals.flatMap(({ role }) => role ?? [])
  return new Set(roles.length > 0 ? roles : goals.flatMap(({ team }) => team ?? []))
}

const together = (metrics: readonly Metric[], most: number, file: FloorFile): string[] => {
  const [first] = metrics
  if (first === undefined || most === 0) return []
  const aims = aimedAt(file, first.id)
  const isNear = ({ id }: Metric): boolean => [...aimedAt(file, id)].some((aim) => aims.has(aim))
  const near = metrics.filter((metric) => metric === first || isNear(metric))
  const others = metrics.filter((metric) => !near.includes(metric))
  return [...near, ...others].slice(0, most).map(({ id }) => id)
}

/** The window that its goals are set for most often, else its own. */
const windowFor = (metric: Metric | undefined, file: FloorFile): string => {
  if (metric === undefined) return emptyDraft.window
  const counts = new Map<string, number>()
  for (const { window } of goalsOf(file, metric.id)) counts.set(window, (counts.get(window) ?? 0) + 1)
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? metric.window ?? (metric.indicator === 'output' ? 'quarter' : 'week')
}

/** What would best stand beside the draft's metric: what is aimed at together with it first. Null where nothing fits. */
export const bestPartner = (
  { metrics: [own] }: BoardDraft,
  partners: readonly Metric[],
  file: FloorFile,
): Metric | null => {
  const first = file.metrics.find(({ id }) => id === own)
  if (first === undefined) return null
  const wanted = first.indicator === 'output' ? 'input' : 'output'
  const [, best] = together([first, ...byFitness(wanted, partners, file)], 2, file)
  return partners.find(({ id }) => id === best) ?? null
}

/** `kind` is one that the floor lacks nothing for (`boardLack`); else metrics may be missing. */
export const firstDraft = (kind: BoardKind, file: FloorFile): BoardDraft => {
  const { metrics: asked, begins, firstPeriod } = boardForms[kind]
  const begun: BoardDraft = { ...emptyDraft, ...begins?.(file) }
  const fitting = byFitness(asked?.about ?? 'output', metricChoices(kind, begun, file), file)
  const most = asked === null ? 0 : Math.min(asked.most, asked.atFirst ?? 1)
  const metrics = together(fitting, most, file)
  const first = file.metrics.find(({ id }) => id === metrics[0])
  const window = windowFor(first, file)
  const chosen: BoardDraft = {
    ...begun,
    metrics,
    window,
    period: firstPeriod?.(window) ?? '',
  }
  const partner = bestPartner(chosen, pairChoices(chosen, file), file)?.id ?? null
  return {
    ...chosen,
    pair: asksFor(kind, 'pair') ? partner : null,
    inputs: asksFor(kind, 'inputs') && first?.indicator === 'output' && partner !== null ? [partner] : [],
    pipeline: asksFor(kind, 'pipeline') ? (pipelineChoices(kind, chosen, file)[0]?.id ?? null) : null,
  }
}
