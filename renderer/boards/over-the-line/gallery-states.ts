// Everyone who is over the line, from nobody to everybody.
import type { OverTheLineView } from '../../../shared/wire/boards/over-the-line-board.ts'
import { closers, head, k, meetings, week } from '../samples/floor.ts'
import { awkwardNames, face, standing } from '../samples/people.ts'

const over = (
  id: string,
  names: readonly string[],
  withGoal: number,
  nearest: number | null,
): OverTheLineView => ({
  ...head(id, 'Over the line'),
  kind: 'over-the-line',
  rows: Object.fromEntries(
    names.map((name, place) => [
      `p${place}`,
      { ...face(name, place), ...standing((120 + place * 37) * 2 * k, (110 + place * 30) * 2 * k), place },
    ]),
  ),
  withGoal,
  nearest,
})

const names = [
  ...closers.map(([name]) => name),
  'Amara Diallo',
  'Björn Åkesson',
  'Chloé Nguyen',
  'Dmitri Volkov',
]

export const views: readonly OverTheLineView[] = [
  over('over-the-line', names.slice(0, 7), 24, 4.2 * k),
  over('over-2', names.slice(0, 2), 24, 12 * k),
  over('over-3', names.slice(0, 3), 24, 12 * k),
  { ...over('over-one-away', names.slice(0, 8), 24, 1), metric: meetings, window: week },
  over('over-5', awkwardNames.slice(0, 5), 24, 12 * k),
  over('over-12', names, 12, null),
  over('over-none', [], 24, 12 * k),
  over('over-no-goals', [], 0, null),
]
