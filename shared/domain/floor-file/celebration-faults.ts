// Faults of celebration rules and of alerts.
import type { CelebrationRule } from '../../wire/celebrations/rule.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { parseWindow } from '../../wire/window.ts'
import { knownInWords } from '../words/known-in-words.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'

type Path = FloorFault['path']
type OnFact = Extract<CelebrationRule['on'], { from: unknown }>
type OnMetric = Extract<CelebrationRule['on'], { metric: string }>

const onFactFaults = (on: OnFact, { floor }: FloorFile, path: Path): FloorFault[] => {
  const faults: FloorFault[] = []
  const ofDeals = ['over', 'first', 'afterDays', 'newAccount'] as const
  if (on.from !== 'deal')
    for (const field of ofDeals)
      if (on[field] !== undefined)
        faults.push({ path: [...path, field], message: 'is a question to won deals; it needs from: deal' })
  if (typeof on.over === 'object' && typeof on.over.of === 'object') {
    const { field } = on.over.of
    if (!floor.breakdowns.includes(field))
      faults.push({
        path: [...path, 'over', 'of', 'field'],
        message: `"${field}" is none of the floor's breakdowns; ${knownInWords(floor.breakdowns)}`,
      })
  }
  return faults
}

const onMetricFaults = (on: OnMetric, { metrics }: FloorFile, path: Path): FloorFault[] => {
  const metric = metrics.find(({ id }) => id === on.metric)
  const dangling = danglingFaults(on.metric, knownIds(metrics), 'metric', [...path, 'metric'])
  if (metric === undefined) return dangling
  const { crosses } = on
  const faults: FloorFault[] = []
  if (metric.better === 'lower')
    faults.push({
      path: [...path, 'metric'],
      message: `"${on.metric}" is better when it is low: nothing is crossed upwards`,
    })
  const window = parseWindow(on.window ?? metric.window ?? 'quarter')
  const isPeriod = window?.kind === 'period' && window.offset === 0
  const needsPeriod = typeof crosses === 'object' && ('record' in crosses || 'streak' in crosses)
  if (needsPeriod && !isPeriod)
    faults.push({
      path: [...path, on.window === undefined ? 'crosses' : 'window'],
      message: 'must be of this day, week, month, quarter or year, which others came before',
    })
  if (typeof crosses === 'object' && 'streak' in crosses && on.of !== 'rep')
    faults.push({ path: [...path, 'of'], message: 'must be rep: a streak is somebody’s own' })
  if (crosses === 'first-place' && on.of === 'org')
    faults.push({
      path: [...path, 'of'],
      message: 'must be rep or team: the whole floor has nobody to overtake',
    })
  return faults
}

const onFaults = ({ on }: CelebrationRule, file: FloorFile, path: Path): FloorFault[] => {
  if ('metric' in on) return onMetricFaults(on, file, path)
  return 'day' in on ? [] : onFactFaults(on, file, path)
}

/** What is wrong with one rule; `path` leads to it. */
export const celebrationRuleFaults = (rule: CelebrationRule, file: FloorFile, path: Path): FloorFault[] => {
  const named = (
    ids: readonly string[] | undefined,
    list: readonly { readonly id: string }[],
    what: string,
    field: string,
  ) => (ids ?? []).flatMap((id, at) => danglingFaults(id, knownIds(list), what, [...path, field, at]))
  return [
    ...onFaults(rule, file, [...path, 'on']),
    ...danglingFaults(rule.team, knownIds(file.teams), 'team', [...path, 'team']),
    ...danglingFaults(rule.role, knownIds(file.roles), 'role', [...path, 'role']),
    ...named(rule.screens, file.screens, 'screen', 'screens'),
    ...named(rule.groups, file.screenGroups, 'screen group', 'groups'),
    ...named(rule.tell, file.alerts, 'alert', 'tell'),
  ]
}

export const celebrationFaults = (file: FloorFile): FloorFault[] =>
  file.celebrations.flatMap((rule, index) => celebrationRuleFaults(rule, file, ['celebrations', index]))
