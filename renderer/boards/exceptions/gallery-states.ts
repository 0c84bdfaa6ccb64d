// The states of a board of exceptions.
import type { ExceptionsRow, ExceptionsView } from '../../../shared/wire/boards/exceptions-board.ts'
import { awkwardNames, face } from '../samples/people.ts'

const off = (
  title: string,
  says: string | null,
  rule: string | null,
  days: number,
  more: Partial<ExceptionsRow> = {},
): ExceptionsRow => ({
  ...{ place: 0, title, says, rule, face: null, owner: null, count: 1, days, times: 1, wrote: null },
  isNew: false,
  ...more,
})
const of = (name: string, hue: number, isDeal = true): Partial<ExceptionsRow> => ({
  face: face(name, hue),
  owner: isDeal ? name : null,
})

const board = (
  id: string,
  rows: readonly ExceptionsRow[],
  more: Partial<ExceptionsView> = {},
): ExceptionsView => ({
  ...{ id, kind: 'exceptions', title: 'What is off', scope: 'Enterprise', changedAt: null, awaits: null },
  window: { start: '2026-11-20', end: '2026-11-21', label: 'Today', progress: '' },
  ...{ named: true, total: rows.length, setAside: 0, hasRules: true },
  rows: Object.fromEntries(rows.map((row, place) => [`e${place}`, { ...row, place }])),
  ...more,
})

const closed = 'Close date passed'
const untouched = 'Big and untouched'
const five = [
  off('Northwind rollout', 'It was to close on Oct 30.', closed, 21, {
    ...of('Marcus Oyelaran', 1),
    ...{ times: 2, wrote: 'Dana W.' },
  }),
  off('Brightwater, phase 2', 'No activity since Nov 1, for 19 days.', untouched, 19, {
    ...of('Priya Raman', 0),
    wrote: 'Kim P.',
  }),
  off('Contoso renewal', 'It was to close on Nov 9.', closed, 11, of('Hana Sato', 2)),
  off(
    'Grace Lindqvist',
    'Meetings held: 1 in the week of Nov 16. At least 2 by Wednesday 11:00.',
    'Slow start',
    2,
    {
      ...of('Grace Lindqvist', 3, false),
      times: 3,
    },
  ),
  off('Adventure Works', 'It has no amount.', 'No amount', 0, { ...of('Priya Raman', 0), isNew: true }),
]
const sums = [
  off(closed, null, null, 21, { count: 14, times: 3 }),
  off(untouched, null, null, 19, { count: 6 }),
  off('Fewer than 2 meetings by Wednesday', null, null, 2, { count: 1, times: 1 }),
]

export const views: readonly ExceptionsView[] = [
  board('exceptions', five, { setAside: 2 }),
  board('exceptions-sums', sums, { named: false, total: 21, scope: 'Northwind' }),
  board('exceptions-one', five.slice(0, 1)),
  board('exceptions-none', []),
  board('exceptions-no-rules', [], { hasRules: false }),
  board(
    'exceptions-awkward',
    awkwardNames.map((name, hue) =>
      off(
        `${name}, the second rollout of everything that was left over from the first`,
        'It has been in “Legal review and procurement” for 1,214 days; deals that left it were there for 12 on average.',
        'Stuck in one stage for much longer than deals usually are',
        hue * 400,
        { ...of(name, hue), times: hue * 11 + 1, wrote: hue % 2 === 0 ? name : null },
      ),
    ),
    { setAside: 120 },
  ),
]
