// What a hygiene board may show: counts that should come down to zero, and nothing else.
import type { HygieneBoard } from '../../../wire/boards/hygiene-board.ts'
import type { FloorFile, Metric } from '../../../wire/floor.ts'
import { danglingFaults, type FloorFault, knownIds } from '../../floor-file/floor-fault.ts'
import { teamChain } from '../../people/team-chain.ts'

/** Why a metric can not stand there; null when it can. */
const refusal = ({ question, better, of }: Metric): string | null => {
  if (question !== 'pipeline-hygiene')
    return `answers for ${question}; a hygiene board asks for pipeline-hygiene`
  if (better !== 'lower') return 'is better when higher; a hygiene board holds what should come down to zero'
  if (!('from' in of) || of.measure !== 'count')
    return 'is no count; a hygiene board holds deals that can be put in order one by one'
  return null
}

/** Why a team cannot have a row: its deals would count twice, or are not in the board's scope. Null when it can. */
const rowRefusal = (
  id: string,
  named: readonly string[],
  scope: string | undefined,
  teams: FloorFile['teams'],
): string | null => {
  const line = teamChain(id, teams).map((team) => team.id)
  const above = line.find((other) => other !== id && named.includes(other))
  if (above !== undefined) return `is part of "${above}", in whose row its deals count already`
  return scope === undefined || line.includes(scope)
    ? null
    : `is not in "${scope}", which is the board's scope`
}

/** `path` leads to the board. */
export const hygieneFaults = (
  { metrics: ids, teams = [], scope }: HygieneBoard,
  file: FloorFile,
  path: FloorFault['path'],
): FloorFault[] => {
  const [metrics, known] = [knownIds(file.metrics), knownIds(file.teams)]
  const metricFaults = ids.flatMap((id, at): FloorFault[] => {
    const here = [...path, 'metrics', at]
    if (ids.indexOf(id) < at) return [{ path: here, message: `"${id}" is on this board already` }]
    const metric = file.metrics.find((each) => each.id === id)
    if (!metric) return danglingFaults(id, metrics, 'metric', here)
    const reason = refusal(metric)
    return reason === null ? [] : [{ path: here, message: `"${id}" ${reason}` }]
  })
  const teamFaults = teams.flatMap((id, at): FloorFault[] => {
    const here = [...path, 'teams', at]
    if (teams.indexOf(id) < at) return [{ path: here, message: `"${id}" has its row already` }]
    if (!known.has(id)) return danglingFaults(id, known, 'team', here)
    const reason = rowRefusal(id, teams, scope.team, file.teams)
    return reason === null ? [] : [{ path: here, message: `"${id}" ${reason}` }]
  })
  return [...metricFaults, ...teamFaults]
}
