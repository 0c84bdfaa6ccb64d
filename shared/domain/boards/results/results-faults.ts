// What a results board may not show: what is no result, and pipeline that can not become it.
import type { ResultsBoard } from '../../../wire/boards/results-board.ts'
import type { FloorFile, Metric } from '../../../wire/floor.ts'
import { addsUp } from '../../floor-file/adds-up.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'

const noResult = (metric: Metric, metrics: readonly Metric[]): string | null => {
  const { id, indicator, better } = metric
  if (indicator === 'input')
    return `"${id}" is an input; a results board holds what came of the work. Put it on an accountability board.`
  if (better === 'lower' || !addsUp(metric, metrics))
    return `"${id}" is no amount that deals add to, so no pipeline can cover what is missing of it. Put it on a leaderboard.`
  return null
}

const isOpenOnly = ({ of }: Metric): boolean =>
  'from' in of &&
  of.where.some(
    ({ field, is, in: any }) =>
      field === 'status' && (is === 'open' || (any?.length === 1 && any[0] === 'open')),
  )

const noPipeline = (
  metric: Metric,
  result: Metric | undefined,
  metrics: readonly Metric[],
): string | null => {
  const { id, of, unit } = metric
  if (!('from' in of) || of.from !== 'deal' || of.date !== 'expectedCloseOn' || !addsUp(metric, metrics))
    return `"${id}" does not count or add up deals by expectedCloseOn, so it does not say what is due when`
  if (!isOpenOnly(metric))
    return `"${id}" counts deals that are not open too; add { field: status, is: open } to its conditions`
  if (result && result.unit !== unit)
    return `"${id}" is in ${unit} and "${result.id}" in ${result.unit}; one can not cover the other`
  return null
}

/** `path` leads to the board. */
export const resultsFaults = (
  board: ResultsBoard,
  { metrics }: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const known = knownIds(metrics)
  const [metric, pipeline] = [board.metric, board.pipeline].map((id) =>
    metrics.find((each) => each.id === id),
  )
  const wrong = (place: string, message: string | null | undefined): FloorFault[] =>
    message ? [{ path: [...path, place], message }] : []
  return [
    ...danglingFaults(board.metric, known, 'metric', [...path, 'metric']),
    ...danglingFaults(board.pipeline, known, 'metric', [...path, 'pipeline']),
    ...wrong('metric', metric && noResult(metric, metrics)),
    ...wrong('pipeline', pipeline && noPipeline(pipeline, metric, metrics)),
    ...(board.of === 'teams' && board.scope.role !== undefined
      ? [{ path: [...path, 'scope', 'role'], message: 'is for people; a row of a team is the whole team' }]
      : []),
  ]
}
