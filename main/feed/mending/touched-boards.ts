// The boards that show a number which a fault touches: by the metrics that ask for the facts behind it.
import { amountInFloorCurrency, type FloorModel } from '../../../shared/domain/counting/floor-model.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { metricsOfBoard } from '../../../shared/domain/screens/playlist-advice.ts'
import type { InboxItem } from '../../../shared/wire/mending.ts'

type Boards = InboxItem['boards']

/** Base metrics that ask for the fact, or for something in its history, whatever it lacks. */
const metricsAsking = (model: FloorModel, written: StoredFact): readonly number[] => {
  const { fact, history } = model.corrections.read(written)
  const amountMinor = amountInFloorCurrency(model, fact)
  return model.metrics.flatMap(({ base, index }) => {
    if (base === null) return []
    const itself =
      base.from === fact.type &&
      base.kinds?.some((kind) => kind.startsWith('deal.')) !== true &&
      base.test({ fact, event: null, amountMinor })
    const past = history.some(
      (event) => base.kinds?.includes(event.kind) === true && base.test({ fact, event, amountMinor }),
    )
    return itself || past ? [index] : []
  })
}

/** Metrics that ask for stages, or weigh by them. */
const metricsOfStages = ({ metrics }: FloorModel): readonly number[] =>
  metrics.flatMap(({ metric: { of }, index }) =>
    'from' in of &&
    (of.where.some(({ field }) => field === 'stage') ||
      (typeof of.measure === 'object' && 'sum' in of.measure && of.measure.sum === 'weightedAmount'))
      ? [index]
      : [],
  )

export interface Touched {
  /** Facts to go by. */
  readonly facts: readonly StoredFact[]
  /** Ids of metrics that are touched anyway. */
  readonly metrics?: readonly string[]
  /** It is about stages. */
  readonly stages?: boolean
}

/** In the floor file's order. */
export const touchedBoards = (
  model: FloorModel,
  { facts, metrics = [], stages = false }: Touched,
): Boards => {
  const bases = new Set([
    ...facts.flatMap((stored) => metricsAsking(model, stored)),
    ...(stages ? metricsOfStages(model) : []),
    ...metrics.flatMap((id) => model.metric(id)?.bases ?? []),
  ])
  const ids = new Set(
    model.metrics
      .filter(({ bases: own }) => own.some((base) => bases.has(base)))
      .map(({ metric }) => metric.id),
  )
  const hasWins = facts.some(({ fact }) => fact.type === 'deal' && fact.status === 'won')
  return model.file.boards
    .filter(
      (board) =>
        (stages && board.kind === 'funnel') ||
        (hasWins && board.kind === 'wins') ||
        [...metricsOfBoard(board)].some((id) => ids.has(id)),
    )
    .map(({ id, title }) => ({ id, title }))
}
