// Which celebrations nobody has answered for so many working hours. Pure.
import type { Alert } from '../../../shared/wire/celebrations/alert.ts'
import type { DecidedCelebration } from '../celebrations/decided-celebration.ts'

interface Told {
  readonly celebration: DecidedCelebration
  readonly isAnswered: boolean
  /** It was taken back, or the list was reminded already. */
  readonly isOver: boolean
}

/** `workedMs`: working time that has passed since an instant (epoch ms). */
export const dueReminders = (
  told: readonly Told[],
  alerts: readonly Alert[],
  workedMs: (since: number) => number,
): readonly { readonly celebration: DecidedCelebration; readonly tell: readonly string[] }[] =>
  told.flatMap(({ celebration, isAnswered, isOver }) => {
    if (isAnswered || isOver) return []
    const worked = workedMs(celebration.at)
    const tell = alerts
      .filter(
        ({ id, remindAfterHours }) =>
          celebration.tell.includes(id) &&
          remindAfterHours !== undefined &&
          worked >= remindAfterHours * 3_600_000,
      )
      .map(({ id }) => id)
    return tell.length === 0 ? [] : [{ celebration, tell }]
  })
