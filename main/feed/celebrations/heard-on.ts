// In the quiet hours of an office nothing is heard there, whoever began it.
import type { QuietHours } from '../../../shared/domain/celebrations/quiet-hours.ts'
import type { CelebrateMessage } from '../../../shared/wire/celebrations/view.ts'
import type { DeskMessage } from './takeovers.ts'

const isHeardOn = (quiet: QuietHours, screen: string, { silent, startsAt }: CelebrateMessage): boolean =>
  silent || !quiet.isQuietOn(screen, startsAt)

export const asHeardOn = (quiet: QuietHours, screen: string, message: CelebrateMessage): CelebrateMessage =>
  isHeardOn(quiet, screen, message) ? message : { ...message, silent: true }

/** One message for the screens where it is heard, and one for the others. */
export const splitByHearing = (quiet: QuietHours, message: DeskMessage): readonly DeskMessage[] => {
  if ('retract' in message) return [message]
  const { screens, celebrate } = message
  const isHeard = (screen: string): boolean => isHeardOn(quiet, screen, celebrate)
  return [
    { screens: screens.filter(isHeard), celebrate },
    { screens: screens.filter((screen) => !isHeard(screen)), celebrate: { ...celebrate, silent: true } },
  ].filter((part) => part.screens.length > 0)
}
