import type { Standing } from '../../../../shared/wire/view-parts.ts'

/** Where on its bar a team should be by now, 0 to 1; null where there is no bar, no pace, or nothing due, and so no tick. */
export const paceAt = ({ goal, pace }: Pick<Standing, 'goal' | 'pace'>): number | null =>
  goal === null || goal <= 0 || pace === null || pace <= 0 ? null : Math.min(1, pace / goal)
