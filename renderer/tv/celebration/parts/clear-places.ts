// Where the words of a takeover are at the moment, of which confetti keeps clear.
import { type Turn, turnOf } from '../../stage/turned-page.ts'
import type { ClearPlace } from './confetti-painting.ts'

/** What is so many shares of the page from its left and top, in a picture that is turned on it. */
const inPicture = ({ left, top, right, bottom }: ClearPlace, turn: Turn): ClearPlace => {
  switch (turn) {
    case 0:
      return { left, top, right, bottom }
    case 90:
      return { left: top, top: 1 - right, right: bottom, bottom: 1 - left }
    case 180:
      return { left: 1 - right, top: 1 - bottom, right: 1 - left, bottom: 1 - top }
    case 270:
      return { left: 1 - bottom, top: left, right: 1 - top, bottom: right }
  }
}

/** As shares of the picture that `canvas` covers. */
export const clearPlaces = (canvas: HTMLCanvasElement): readonly ClearPlace[] => {
  const turn = turnOf(Number(document.documentElement.dataset['turn'] ?? 0))
  const whole = canvas.getBoundingClientRect()
  const parts = canvas.closest('.takeover')?.querySelectorAll('[data-clear]') ?? []
  return [...parts]
    .filter((part) => part.checkVisibility({ opacityProperty: true }))
    .map((part) => {
      const box = part.getBoundingClientRect()
      const onPage = {
        left: (box.left - whole.left) / whole.width,
        top: (box.top - whole.top) / whole.height,
        right: (box.right - whole.left) / whole.width,
        bottom: (box.bottom - whole.top) / whole.height,
      }
      return inPicture(onPage, turn)
    })
}
