// What a board says by colour: what has reached its goal, and what is behind.
import type { Page } from '@playwright/test'

export interface JudgedPart {
  readonly means: 'reached' | 'behind'
  /** The middle of what is filled with the state's colour; null for words. */
  readonly at: { readonly x: number; readonly y: number } | null
  /** Whether a mark or a word beside it says the same; a bar says it by its length. */
  readonly said: boolean
  readonly text: string
}

/** Everything on the page that is drawn in the colours of these two states. */
export const judgedParts = (page: Page): Promise<readonly JudgedPart[]> =>
  page.evaluate(() => {
    const stage = document.querySelector('.stage')
    if (!stage) return []
    const colourOf = (token: string) => {
      const probe = document.createElement('i')
      probe.style.color = `var(${token})`
      stage.append(probe)
      const { color } = getComputedStyle(probe)
      probe.remove()
      return color
    }
    const states = [
      {
        means: 'reached',
        colours: ['--reached', '--gold'].map(colourOf),
        says: /[★✓✔]|reached|clear|unlocked/i,
        sign: '.star',
      },
      {
        means: 'behind',
        colours: ['--behind', '--coral'].map(colourOf),
        says: /[▼↓−]|behind|short|leak/i,
        sign: '.behind-sign',
      },
    ] as const
    /** What it says itself, or what stands beside it in the same row or cell. */
    const isSaid = (element: Element, says: RegExp, sign: string) => {
      let near: Element | null = element
      for (let steps = 0; near && steps < 5; steps += 1, near = near.parentElement)
        if (says.test(near.textContent ?? '') || near.querySelector(sign)) return true
      return false
    }
    /** What nothing around it cuts off. */
    const shownBox = (element: Element): DOMRect => {
      let { left, top, right, bottom } = element.getBoundingClientRect()
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowX === 'visible') continue
        const clip = around.getBoundingClientRect()
        left = Math.max(left, clip.left)
        top = Math.max(top, clip.top)
        right = Math.min(right, clip.right)
        bottom = Math.min(bottom, clip.bottom)
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
    }
    // A sign says the state, whatever its colour, where a colour alone would not.
    return [...stage.querySelectorAll(':not(.star, .behind-sign)')].flatMap((element) => {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return []
      const style = getComputedStyle(element)
      const written = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      )
      const { x, y, width, height } = shownBox(element)
      if (width < 4 || height < 4) return []
      return states.flatMap(({ means, colours, says, sign }) => {
        const filled = colours.some(
          (colour) => style.backgroundColor === colour || style.backgroundImage.includes(colour),
        )
        if (!filled && !(written && colours.includes(style.color))) return []
        const said = filled || isSaid(element, says, sign)
        const at = filled ? { x: x + width / 2, y: y + height / 2 } : null
        return [{ means, at, said, text: element.textContent?.trim() || element.className.toString() }]
      })
    })
  })
