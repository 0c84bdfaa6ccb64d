// The states of the funnel.
import { leakIn } from '../../../shared/domain/boards/funnel/funnel-leak.ts'
import type { FunnelStage, FunnelView, StageFlow } from '../../../shared/wire/boards/funnel-board.ts'
import { pictureTime, quarter } from '../samples/floor.ts'
import { awkwardNames } from '../samples/people.ts'

type Flow = readonly [left: number, wentOn: number, days: number | null]

const flowOf = ([left, wentOn, days]: Flow): StageFlow => ({
  left,
  wentOn,
  days,
  conversion: left > 0 ? wentOn / left : null,
})

const funnel = (
  id: string,
  stages: readonly (readonly [name: string, now: Flow, before: Flow])[],
  part: Partial<FunnelView> = {},
): FunnelView => {
  const rows = stages.map(
    ([name, now, before], place): FunnelStage => ({ place, name, ...flowOf(now), before: flowOf(before) }),
  )
  const leak = leakIn(rows)
  return {
    id,
    kind: 'funnel',
    title: 'Where does our pipeline leak?',
    scope: 'Enterprise AE',
    window: quarter,
    changedAt: pictureTime - 12 * 60_000,
    awaits: null,
    before: 'Q3 by this day',
    leak: leak < 0 ? null : `stage-${leak}`,
    rows: Object.fromEntries(rows.map((row) => [`stage-${row.place}`, row])),
    ...part,
  }
}

const picture: readonly (readonly [string, Flow, Flow])[] = [
  ['Discovery', [142, 101, 8.4], [131, 92, 9.1]],
  ['Demo', [96, 70, 12.2], [90, 68, 11]],
  ['Proposal', [68, 28, 15.6], [66, 38, 13.9]],
  ['Negotiation', [31, 26, 9], [36, 29, 10.4]],
]
const none: Flow = [0, 0, null]
const six = [
  'Qualified',
  'Discovery',
  'Demo',
  'Security review',
  'Proposal',
  'Negotiation',
  'Signature',
  'Legal',
]

/** Every state of it that somebody has looked at. */
export const views: readonly FunnelView[] = [
  funnel('funnel', picture),
  funnel(
    'funnel-sound',
    picture.map(([name, now]) => [name, now, now]),
  ),
  funnel(
    'funnel-few',
    picture.map(([name]) => [name, [2, 1, 3], [3, 3, 4]]),
  ),
  funnel(
    'funnel-six',
    six
      .slice(0, 6)
      .map((name, at) => [name, [120 - at * 19, 90 - at * 15, 4 + at], [100 - at * 12, 80 - at * 9, 5]]),
  ),
  funnel(
    'funnel-many',
    Array.from({ length: 11 }, (_, at) => [
      `${six[at % 8]} ${at + 1}`,
      [120 - at * 9, 100 - at * 9, 4],
      [110 - at * 8, 95 - at * 8, 4],
    ]),
  ),
  funnel('funnel-one', picture.slice(2, 3)),
  funnel('funnel-two', picture.slice(0, 2)),
  funnel(
    'funnel-none',
    picture.map(([name]) => [name, none, none]),
    { changedAt: null },
  ),
  funnel(
    'funnel-first',
    picture.map(([name, now]) => [name, now, none]),
  ),
  funnel(
    'funnel-unknown',
    picture.map(([name, now, before], at) => [name, at % 2 === 0 ? none : [now[0], now[1], null], before]),
  ),
  funnel(
    'funnel-awkward',
    awkwardNames
      .slice(0, 6)
      .map((name, at) => [
        name,
        [1e9 * (6 - at), 4.5e8 * (6 - at), 1234.5],
        [1.1e9 * (6 - at), 1e9 * (6 - at), 12_345],
      ]),
    { title: 'Ein außergewöhnlich langer Titel, der über jeden Rand hinausgeht' },
  ),
]
