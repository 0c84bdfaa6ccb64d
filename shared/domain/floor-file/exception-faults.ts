// Faults of rules on what is off: metrics, fields, teams and roles that are not there, and windows in which nothing can be said.
import type { DealTest, ExceptionRule, RepTest } from '../../wire/exception-rule.ts'
import type { FloorFile } from '../../wire/floor.ts'
import { parseWindow } from '../../wire/window.ts'
import { addsUp } from './adds-up.ts'
import { danglingFaults, type FloorFault, knownIds } from './floor-fault.ts'
import { conditionFaults } from './metric-faults.ts'

type Path = FloorFault['path']

const missable: ReadonlySet<string> = new Set([
  'amount',
  'stage',
  'product',
  'account',
  'name',
  'expectedCloseOn',
  'lastActivityAt',
  'stageEnteredAt',
])

const dealFaults = ({ missing, where }: DealTest, path: Path): FloorFault[] => [
  ...(missing === undefined || missable.has(missing) || missing.startsWith('fields.')
    ? []
    : [
        {
          path: [...path, 'missing'],
          message: `"${missing}" is nothing that a deal could lack; name one of ${[...missable].join(', ')}, or fields.<name>`,
        },
      ]),
  ...conditionFaults({ from: 'deal', where }, path),
  ...where.flatMap(({ field }, index) =>
    field === 'credit'
      ? [
          {
            path: [...path, 'where', index, 'field'],
            message: 'cannot be credit: a deal here is its owner’s',
          },
        ]
      : [],
  ),
]

const repFaults = (
  { metric, window, below, wellBehind, by }: RepTest,
  file: FloorFile,
  path: Path,
): FloorFault[] => {
  const spec = parseWindow(window)
  const isRunning = spec?.kind === 'period' && spec.offset >= 0
  const isWeek = spec?.kind === 'period' && spec.grain === 'week' && spec.offset === 0
  const faults: FloorFault[] = [
    ...danglingFaults(metric, knownIds(file.metrics), 'metric', [...path, 'metric']),
  ]
  if (by !== undefined && (!isWeek || below === undefined))
    faults.push({
      path: [...path, 'by'],
      message: 'is a time of the week: it goes with below, and with the window "week"',
    })
  if (below !== undefined && by === undefined && isRunning)
    faults.push({
      path: [...path, 'window'],
      message: `"${window}" has only begun: say by when, or name one that is over, such as "last week" or "last 10 days"`,
    })
  if (wellBehind !== undefined) {
    if (spec?.kind !== 'period' || spec.offset !== 0)
      faults.push({
        path: [...path, 'window'],
        message: 'must be a day, week, month, quarter or year for wellBehind',
      })
    else if (!file.goals.some((goal) => goal.metric === metric && goal.window === window))
      faults.push({
        path: [...path, 'wellBehind'],
        message: `needs a goal for "${metric}" in the window "${window}": without one nobody is behind`,
      })
  }
  return faults
}

/** That it can be summed over days. */
const sumFaults = (id: string, { metrics }: FloorFile, path: Path): FloorFault[] => {
  const metric = metrics.find((each) => each.id === id)
  return metric && !addsUp(metric, metrics)
    ? [{ path, message: `"${id}" does not add up over days; name a count or a sum` }]
    : danglingFaults(id, knownIds(metrics), 'metric', path)
}

const ruleFaults = (rule: ExceptionRule, file: FloorFile, path: Path): FloorFault[] => [
  ...danglingFaults(rule.team, knownIds(file.teams), 'team', [...path, 'team']),
  ...danglingFaults(rule.role, knownIds(file.roles), 'role', [...path, 'role']),
  ...(rule.deal ? dealFaults(rule.deal, [...path, 'deal']) : []),
  ...(rule.rep ? repFaults(rule.rep, file, [...path, 'rep']) : []),
  ...(rule.busy
    ? [
        ...sumFaults(rule.busy.input, file, [...path, 'busy', 'input']),
        ...sumFaults(rule.busy.outcome, file, [...path, 'busy', 'outcome']),
        ...(rule.busy.input === rule.busy.outcome
          ? [{ path: [...path, 'busy', 'outcome'], message: 'must be another metric than the input' }]
          : []),
      ]
    : []),
  ...(rule.momentum ? sumFaults(rule.momentum.metric, file, [...path, 'momentum', 'metric']) : []),
]

export const exceptionFaults = (file: FloorFile): FloorFault[] =>
  file.exceptions.flatMap((rule, index) => ruleFaults(rule, file, ['exceptions', index]))
