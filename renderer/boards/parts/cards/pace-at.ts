import type { Standing } from '../../../../shared/wire/view-parts.ts'

/** Where on its bar a team should be by now, 0 to 1; null where there is no bar or no pace, and so no tick. */
export const paceAt = ({ goal, pace }: Pick<Standing, 'goal' | 'pace'>): number | null =>
  goal === null || goal <= 0 || pace === null ? null : Math.min(1, Math.max(0, pace / goal))
