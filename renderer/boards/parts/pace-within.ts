import type { Standing } from '../../../shared/wire/view-parts.ts'

/** Where on the way to a goal somebody should be by now, 0 to 1; null where that is the goal itself, or reached already. */
export const paceWithin = ({
  goal,
  pace,
  state,
}: Pick<Standing, 'goal' | 'pace' | 'state'>): number | null =>
  goal === null || pace === null || state === null || state === 'reached' || pace <= 0 || pace >= goal
    ? null
    : pace / goal
