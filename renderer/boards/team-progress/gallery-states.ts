// Teams side by side, from none to twelve.
import type { TeamProgressView } from '../../../shared/wire/boards/team-progress-board.ts'
import { created, cycle, head, k, meetings } from '../samples/floor.ts'

const teams: [
  name: string,
  valueK: number,
  goalK: number | null,
  paceK: number,
  inputs: [number, number, number],
][] = [
  ['Enterprise', 2100, 2750, 1952, [212, 4100, 61]],
  ['Mid-market', 1420, 2000, 1420, [388, 2600, 38]],
  ['SMB', 980, 1600, 1137, [540, 1900, 22]],
  ['SDR sourced', 3900, 5200, 3692, [1210, 5000, 14]],
  ['Northern Europe and the Baltics', 812, null, 0, [88, 700, 44]],
  ['Partners', 1310, 1200, 900, [61, 1500, 71]],
  ['الشرق الأوسط', 410, 900, 600, [40, 420, 52]],
  ['Public sector', 90, 1100, 700, [33, 250, 180]],
  ['大阪チーム', 640, 800, 610, [120, 910, 35]],
  ['Renewals', 5120, 6000, 5000, [75, 880, 12]],
  ['Inside sales', 730, 900, 700, [640, 1100, 19]],
  ['Strategic', 0, 2400, 1600, [12, 3000, 210]],
]

const progress = (id: string, count: number): TeamProgressView => ({
  ...head(id, 'Is the org seeing results?'),
  scope: 'Whole floor',
  kind: 'team-progress',
  inputs: [
    { ...meetings, window: 'Week of Nov 16' },
    { ...created, window: null },
    { ...cycle, window: null },
  ],
  rows: Object.fromEntries(
    teams.slice(0, count).map(([name, value, goal, pace, inputs], place) => {
      const ahead = goal === null ? null : (value - pace) * k
      const state =
        ahead === null || goal === null
          ? null
          : value >= goal
            ? 'reached'
            : ahead >= 0
              ? 'on pace'
              : value < pace * 0.6
                ? 'well behind'
                : 'behind'
      return [
        `team-${place}`,
        {
          name,
          hue: place % 8,
          place,
          value: value * k,
          goal: goal === null ? null : goal * k,
          attainment: goal === null ? null : value / goal,
          pace: goal === null ? null : pace * k,
          state,
          ahead,
          projected: null,
          trend: Array.from(
            { length: 30 },
            (_, day) => value * ((day + 1) / 30) ** 0.8 * (1 + 0.04 * Math.sin(day * 1.3 + place)),
          ),
          inputs: [{ value: inputs[0] }, { value: inputs[1] * k }, { value: inputs[2] }],
        },
      ]
    }),
  ),
})

const withoutGoals = (view: TeamProgressView): TeamProgressView => ({
  ...view,
  rows: Object.fromEntries(
    Object.entries(view.rows).map(([id, row]) => [
      id,
      { ...row, goal: null, attainment: null, pace: null, state: null, ahead: null },
    ]),
  ),
})

export const views: readonly TeamProgressView[] = [
  progress('team-progress', 4),
  progress('teams-1', 1),
  progress('teams-2', 2),
  progress('teams-3', 3),
  progress('teams-6', 6),
  progress('teams-9', 9),
  progress('teams-12', 12),
  progress('teams-0', 0),
  withoutGoals(progress('teams-no-goals', 3)),
]
