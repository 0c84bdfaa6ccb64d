// What would be read wrongly though all of it is there: run inside the page, it lists figures that run into one another,
// phrases whose words changed places on a wall that is read from the right, and names of several sizes in one column.
import type { Page } from '@playwright/test'
import { styled } from './styled.ts'

/** Rows of things that each stand for themselves. Every other row of words and figures is a phrase, and says so. */
const columns = [
  ...[
    '.eyebrow',
    '.chrome-foot',
    '.leader',
    '.off-row',
    '.leader-name',
    '.leader-numbers',
    '.over-head',
    '.tiles',
    '.tile',
  ],
  ...[
    '.tile-figures',
    '.card-head',
    '.card-team',
    '.card-inputs',
    '.goal-head',
    '.gathered-one',
    '.work-person',
    '.work-figures',
  ],
  ...['.result-who', '.half-row', '.half-head', '.win', '.win-who', '.race-end-body'],
  ...[
    '.versus-name',
    '.versus-told',
    '.versus-side',
    '.versus-note',
    '.versus-figures',
    '.spot-goal-head',
    '.hygiene-team',
  ],
  ...['.hygiene-people', '.funnel-head', '.calm-result', '.held'],
  ...['.tag-line', '.helpers', '.helper', '.growth', '.word-from', '.crowd', '.quiet-card'],
  ...['.top-about', '.pace-word', '.thanks-when', '.contest-columns'],
  ...['.hall-latest', '.hall-contest', '.hall-card', '.hall-card-who', '.hall-card-when'],
  ...['.award-name', '.award-before', '.award-before-who', '.award-when', '.award-below'],
].map(styled)

/** Sentences; none where everything is read as it is meant. */
export const misreadings = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    ({ columns }) => {
      const found: string[] = []
      const stage = document.querySelector('.stage')
      if (stage === null) return found
      const digit = /\p{Nd}/u
      const written = /[\p{L}\p{N}]/u

      const boxOf = (node: Node, from: number, to: number): DOMRect => {
        const range = document.createRange()
        range.setStart(node, from)
        range.setEnd(node, to)
        return range.getBoundingClientRect()
      }
      const onOneLine = (a: DOMRect, b: DOMRect) => {
        const middle = (box: DOMRect) => box.top + box.height / 2
        return middle(a) > b.top && middle(a) < b.bottom && middle(b) > a.top && middle(b) < a.bottom
      }

      /** What an ellipsis cuts off is not there. */
      const shownOf = (element: Element, ink: DOMRect): DOMRect => {
        let { left, right } = ink
        for (let at: Element | null = element; at; at = at.parentElement) {
          if (getComputedStyle(at).overflowX === 'visible') continue
          const clip = at.getBoundingClientRect()
          left = Math.max(left, clip.left)
          right = Math.min(right, clip.right)
        }
        return new DOMRect(left, ink.top, Math.max(0, right - left), ink.height)
      }

      const texts: { node: Node; element: Element; text: string; box: DOMRect; size: number }[] = []
      const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement
        const value = node.nodeValue ?? ''
        const text = value.trim()
        if (!element || text === '' || !element.checkVisibility({ opacityProperty: true })) continue
        const begins = value.length - value.trimStart().length
        const box = shownOf(element, boxOf(node, begins, begins + text.length))
        const size = Number.parseFloat(getComputedStyle(element).fontSize)
        if (box.width > 0) texts.push({ node, element, text, box, size })
      }

      // Without a gap two numbers are read as one, and a number with the word behind it. Plain numbers: every text is held
      // against every other, and a side of a `DOMRect` is asked of the browser each time.
      const readable = texts.flatMap(({ text, box: { left, right, top, height }, size }) =>
        written.test(text)
          ? {
              text,
              left,
              right,
              size,
              top,
              bottom: top + height,
              middle: top + height / 2,
              hasDigit: digit.test(text),
            }
          : [],
      )
      for (const [index, one] of readable.entries())
        for (let next = index + 1; next < readable.length; next += 1) {
          const other = readable[next]
          if (!other || (!one.hasDigit && !other.hasDigit)) continue
          if (one.middle <= other.top || one.middle >= other.bottom) continue
          if (other.middle <= one.top || other.middle >= one.bottom) continue
          const gap = Math.max(one.left, other.left) - Math.min(one.right, other.right)
          const least = Math.min(one.size, other.size) * 0.12
          if (gap > -least && gap < least && !/^[,.:;)+]/.test(other.text))
            found.push(`"${one.text}" touches "${other.text}"`)
        }

      // Names beneath one another are read as alike. Cards of one grid differ by a thousandth of a pixel.
      for (const list of stage.querySelectorAll('ul, ol')) {
        const sizes = new Map<string, Set<string>>()
        for (const name of list.querySelectorAll('.person-name, .pair-name, .card-name')) {
          const column = name.parentElement?.className ?? ''
          const size = `${Number.parseFloat(getComputedStyle(name).fontSize).toFixed(1)}px`
          sizes.set(column, (sizes.get(column) ?? new Set()).add(size))
        }
        for (const [column, all] of sizes)
          if (all.size > 1) found.push(`names of ${[...all].join(' and ')} in one column of ${column}`)
      }

      if (stage.getAttribute('dir') !== 'rtl') return found

      // A phrase keeps its order. What people have named is a word of it, and so is a figure in its isolate.
      const phrases = new Map<Element, { text: string; box: DOMRect }[]>()
      for (const { node, element, text, box } of texts) {
        let whole: Element = element.closest('[data-phrase]') ?? element
        while (
          !whole.hasAttribute('data-phrase') &&
          getComputedStyle(whole).display.startsWith('inline') &&
          whole.parentElement
        )
          whole = whole.parentElement
        const named = element.closest('[dir="auto"], bdi')
        if (named?.contains(whole)) continue
        const words = phrases.get(whole) ?? []
        phrases.set(whole, words)
        if (named) words.push({ text, box })
        else
          for (const match of (node.nodeValue ?? '').matchAll(/\u2068[^\u2069]*\u2069|[^\s\u2068]+/g))
            words.push({ text: match[0], box: boxOf(node, match.index, match.index + match[0].length) })
      }
      for (const words of phrases.values()) {
        const whole = words.map(({ text }) => text).join(' ')
        if (!/[a-z]{2}/i.test(whole)) continue
        const wrong = words.find((word, at) => {
          const next = words[at + 1]
          return (
            next !== undefined &&
            /[a-z\p{Nd}]/iu.test(word.text + next.text) &&
            onOneLine(word.box, next.box) &&
            next.box.left < word.box.left - 1
          )
        })
        if (wrong) found.push(`"${whole}" is scrambled after "${wrong.text}"`)
      }

      // And what is no phrase, is known to be none.
      const speaking = new Set<Node>()
      for (const { node } of texts)
        for (let at: Node | null = node; at && at !== stage; at = at.parentNode) speaking.add(at)
      for (const row of stage.querySelectorAll('*')) {
        const { display, flexDirection } = getComputedStyle(row)
        if (!display.endsWith('flex') || !flexDirection.startsWith('row')) continue
        if (row.closest('[data-phrase]') || row.matches(columns)) continue
        const parts = [...row.childNodes].filter((node) => speaking.has(node))
        if (parts.length > 1)
          found.push(
            `"${parts.map(({ textContent }) => textContent).join(' | ')}" in .${row.className} is a row of no known order`,
          )
      }
      return found
    },
    { columns: columns.join() },
  )
