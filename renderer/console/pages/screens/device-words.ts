// What a TV says of itself, in words.
import type { ScreenStatus } from '../../../../shared/wire/screens.ts'
import { useSay } from '../../words/words.tsx'

type Health = NonNullable<ScreenStatus['tvs'][number]['health']>

/** A wall that draws fewer frames a second than this stutters visibly. */
const smoothFrom = 45

/** The one that speaks for the screen: the last that has said anything. */
export const healthOf = (status: ScreenStatus | undefined): Health | null =>
  status?.tvs.findLast(({ health }) => health !== null)?.health ?? null

export const isSlow = (status: ScreenStatus | undefined): boolean => {
  const frames = healthOf(status)?.framesPerSecond
  return frames !== undefined && frames < smoothFrom
}

export const isPortrait = (size: { readonly width: number; readonly height: number }): boolean =>
  size.height > size.width

/** "4K", "1080p", else the size in pixels. */
const sharpness = (width: number, height: number): string => {
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  if (long === 3840 && short === 2160) return '4K'
  if (long === 1920 && short === 1080) return '1080p'
  if (long === 1280 && short === 720) return '720p'
  return `${width} × ${height}`
}

/** "kiosk, 4K portrait". */
export const useDeviceWords = (): ((tv: Pick<Health, 'shell' | 'width' | 'height'>) => string) => {
  const say = useSay()
  return (tv) => {
    const values = { size: sharpness(tv.width, tv.height), portrait: isPortrait(tv) ? 'yes' : 'no' }
    return tv.shell === 'kiosk'
      ? say(
          {
            id: 'console.device.kiosk',
            defaultMessage: 'kiosk, {size}{portrait, select, yes { portrait} other {}}',
          },
          values,
        )
      : say(
          {
            id: 'console.device.browser',
            defaultMessage: 'browser, {size}{portrait, select, yes { portrait} other {}}',
          },
          values,
        )
  }
}
