// A page that is used with the arrows and OK of a remote control, or of a keyboard: one button has the focus at all
// times. None is ever `disabled`, since it would lose the focus: one that does nothing now is `aria-disabled`.
import { type RefObject, useEffect } from 'react'
import { isArrow, nearest, onTurnedPage } from './nearest.ts'

const buttonsIn = (element: HTMLElement): HTMLButtonElement[] => [
  ...element.querySelectorAll<HTMLButtonElement>('button'),
]

/** What the OK of remote controls arrives as. */
const ok: ReadonlySet<string> = new Set(['Enter', 'Select'])

/** `isAlone`: whatever else the page holds hears no key meanwhile. */
export const useRemote = (area: RefObject<HTMLElement | null>, isAlone = false): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (isAlone) event.stopPropagation()
      if (area.current === null || !(isArrow(event.key) || ok.has(event.key))) return
      event.preventDefault()
      const buttons = buttonsIn(area.current)
      const focused = buttons.find((each) => each === document.activeElement) ?? buttons[0]
      if (focused === undefined) return
      if (!isArrow(event.key)) {
        focused.click()
        return
      }
      const boxes = buttons.map((each) => each.getBoundingClientRect())
      const turn = Number(document.documentElement.dataset['turn'] ?? 0)
      const next = nearest(boxes, focused.getBoundingClientRect(), onTurnedPage(event.key, turn))
      const target = next === null ? focused : buttons[next]
      target?.focus()
    }
    window.addEventListener('keydown', press, isAlone)
    return () => window.removeEventListener('keydown', press, isAlone)
  }, [area, isAlone])
  // After every drawing: what had the focus may be gone, and without one OK would do nothing.
  useEffect(() => {
    const element = area.current
    if (element === null || element.contains(document.activeElement)) return
    const first = element.querySelector<HTMLButtonElement>('button[data-first]')
    const target = first ?? buttonsIn(element)[0]
    target?.focus()
  })
}
