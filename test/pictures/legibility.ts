// What can be said of a picture without eyes: run inside the page, it lists every breach of the 10-foot rules.
import type { Page } from '@playwright/test'
import { misreadings } from './misreadings.ts'
import { styled } from './styled.ts'

/** What has its own place and is no text. */
const pictureParts = [
  '.avatar',
  '.media',
  '.trend',
  '.pair-pips',
  '.card-bar',
  '.bar',
  '.race-plot',
  '.streak-marks',
  '.plan-pips',
].map(styled)

/** What holds all that is written in it. */
const cards = [
  ...['.card', '.countdown-part', '.tile', '.pair', '.team', '.leader', '.thanks-card'],
  ...[
    '.work-row',
    '.work-cell',
    '.win',
    '.biggest',
    '.versus-line',
    '.versus-metric',
    '.versus-end',
    '.race-end-body',
    '.headline',
  ],
  ...['.half', '.half-row', '.spot-goal', '.praise', '.hygiene-row', '.funnel-stage'],
  ...['.ask', '.step', '.goal-pair', '.to-go-said', '.to-go-sum-term', '.to-go-fact'],
  ...[
    '.result-cell',
    '.results-column',
    '.results-lead',
    '.pair-line',
    '.hygiene-cell',
    '.hygiene-column',
    '.spot-goal-figures',
    '.gathered-one',
    '.day-step',
    '.plan-row',
    '.plan-cell',
    '.plan-lead',
    '.plan-step',
    '.off-row',
    '.contest-row',
    '.contest-lane',
    '.contest-strip',
    '.contest-ticket',
    '.contest-winner',
    '.contest-about',
    '.contest-side',
    '.contest-drum',
    '.hall-latest',
    '.hall-card',
    '.award-card',
    '.award-winner',
    '.award-why',
    '.award-when',
    '.award-before',
  ],
].map(styled)

const names = ['.person-name', '.pair-name'].map(styled)
const titles = ['.announcement-title', '.board-title'].map(styled)
/** Texts that run over several lines, in parts. */
const flows = ['.rich-paragraph', '.rich-heading', '.rich-words'].map(styled)

/** All that the rules below look for. */
export const listedParts: readonly string[] = [...pictureParts, ...cards, ...names, ...titles, ...flows]

/** A value, and behind it the goal it is held against. */
const pairs = styled('.fitting-pair')

/** Those of them that are on this page. */
export const listedPartsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate((parts) => parts.filter((part) => document.querySelector(part) !== null), listedParts)

/** Sentences; none when the screen keeps the rules. `scale` is the screen's size over 1080p's. */
export const breaches = async (page: Page, scale: number, safeArea: number): Promise<readonly string[]> => [
  ...(await layoutBreaches(page, scale, safeArea)),
  ...(await misreadings(page)),
]

const layoutBreaches = (page: Page, scale: number, safeArea: number): Promise<readonly string[]> =>
  page.evaluate(
    ({ scale, safeArea, pictureParts, cards, names, titles, flows, pairs }) => {
      const found: string[] = []
      const slack = 1
      const safe = {
        left: innerWidth * safeArea - slack,
        top: innerHeight * safeArea - slack,
        right: innerWidth * (1 - safeArea) + slack,
        bottom: innerHeight * (1 - safeArea) + slack,
      }

      const parse = (colour: string) => {
        const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
        return { red, green, blue, alpha }
      }
      const channel = (value: number) =>
        value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
      const luminance = (colour: string) => {
        const { red, green, blue } = parse(colour)
        return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
      }
      const grounds = new Map<Element, string>()
      /** The nearest painted ground below the text; for a gradient the lightest of its colours. */
      const groundOf = (element: Element | null): string => {
        if (element === null) return 'rgb(8, 12, 23)'
        const known = grounds.get(element)
        if (known !== undefined) return known
        const { backgroundColor, backgroundImage } = getComputedStyle(element)
        const [lightest] = (backgroundImage.match(/rgba?\([^)]*\)/g) ?? [])
          .filter((each) => parse(each).alpha === 1)
          .sort((a, b) => luminance(b) - luminance(a))
        const own = parse(backgroundColor).alpha === 1 ? backgroundColor : null
        const ground = lightest ?? own ?? groundOf(element.parentElement)
        grounds.set(element, ground)
        return ground
      }

      /** Of a figure, with the sign of its size and its currency, which stand behind no ordinary space. */
      const figures = /[^ \u2068\u2069]*\p{Nd}[^ \u2068\u2069]*/gu
      /** Whether a letter of a figure lies beyond what clips it; an ellipsis takes the room of about one. */
      const figureIsCut = (node: Node, clip: DOMRect): boolean =>
        [...(node.nodeValue ?? '').matchAll(figures)].some((figure) =>
          [...figure[0].matchAll(/[^\s\p{Cf}]/gu)].some(({ index }) => {
            const letter = document.createRange()
            letter.setStart(node, figure.index + index)
            letter.setEnd(node, figure.index + index + 1)
            const { left, right, width } = letter.getBoundingClientRect()
            return left < clip.left + width - slack || right > clip.right - width + slack
          }),
        )

      const texts: { element: Element; box: DOMRect; text: string }[] = []
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement
        const text = node.nodeValue?.trim() ?? ''
        if (!element || text === '' || !element.checkVisibility({ opacityProperty: true })) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const ink = range.getBoundingClientRect()
        // What an ellipsis cuts off is not on the screen: the text's box ends with whatever clips it.
        let box = ink
        for (let at: Element | null = element; at && box.width > 0; at = at.parentElement) {
          const style = getComputedStyle(at)
          if (style.overflowX === 'visible') continue
          const clip = at.getBoundingClientRect()
          // Lines beyond the last that is shown; the clamp puts the ellipsis there.
          if (
            style.overflowY !== 'visible' &&
            (box.top < clip.top - slack || box.bottom > clip.bottom + slack)
          ) {
            if (style.webkitLineClamp === 'none' && box.height - clip.height > box.height / 6)
              found.push(`"${text}" is clipped at its top or bottom`)
            const top = Math.max(box.top, clip.top)
            box = new DOMRect(box.left, top, box.width, Math.min(box.bottom, clip.bottom) - top)
          }
          if (box.left < clip.left - slack || box.right > clip.right + slack) {
            if (style.textOverflow !== 'ellipsis') found.push(`"${text}" is clipped without an ellipsis`)
            // What people have named may have a number in it, and is cut like any other name.
            else if (figureIsCut(node, clip) && !element.closest('[dir="auto"], bdi'))
              found.push(`the figure in "${text}" is cut`)
            const left = Math.max(box.left, clip.left)
            box = new DOMRect(left, box.top, Math.min(box.right, clip.right) - left, box.height)
          }
        }
        if (box.width <= 0) continue
        texts.push({ element, box, text })

        const style = getComputedStyle(element)
        const size = Number.parseFloat(style.fontSize)
        if (size < 28 * scale - 0.01) found.push(`"${text}" is ${size / scale} px at 1080p`)
        if (element.closest(names) && size < 34 * scale - 0.01)
          found.push(`the name "${text}" is ${size / scale} px at 1080p`)
        if (element.closest(titles) && size < 70 * scale - 0.01)
          found.push(`the title "${text}" is ${size / scale} px at 1080p`)
        const [a, b] = [luminance(style.color), luminance(groundOf(element))].sort((x, y) => y - x)
        const contrast = ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05)
        if (contrast < 7) found.push(`"${text}" has a contrast of ${contrast.toFixed(1)}`)
        if (box.left < safe.left || box.top < safe.top || box.right > safe.right || box.bottom > safe.bottom)
          found.push(
            `"${text}" leaves the safe area: ${[box.left, box.top, box.right, box.bottom].map(Math.round)}`,
          )
      }

      const sizeOf = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize)
      for (const pair of document.querySelectorAll(pairs)) {
        const [value, goal] = pair.children
        if (value && goal && sizeOf(goal) > sizeOf(value) + 0.01)
          found.push(`the goal in "${pair.textContent}" is larger than its value`)
      }

      interface Sides {
        readonly left: number
        readonly top: number
        readonly right: number
        readonly bottom: number
      }
      // Line boxes are taller than letters; what overlaps after a sixth is taken off at the top and the bottom touches. Every
      // text is held against every other: plain numbers, since a side of a `DOMRect` is asked of the browser each time.
      const lean = ({ x, y, width, height }: DOMRect): Sides => ({
        left: Math.min(x + 1, x + width - 1),
        top: y + height / 6,
        right: Math.max(x + 1, x + width - 1),
        bottom: y + (height * 5) / 6,
      })
      const overlap = (a: Sides, b: Sides) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
      const written = texts.map(({ element, box, text }) => ({ element, text, sides: lean(box) }))
      for (const [index, one] of written.entries()) {
        for (let next = index + 1; next < written.length; next += 1) {
          const other = written[next]
          if (!other || !overlap(one.sides, other.sides)) continue
          if (one.element.contains(other.element) || other.element.contains(one.element)) continue
          // Parts of one text that runs over several lines: their boxes span lines that they only share.
          if (one.element.closest(flows)?.contains(other.element)) continue
          found.push(`"${one.text}" overlaps "${other.text}"`)
        }
      }
      // What is no text has its own place too: no text on a face or a trend, and nothing leaves its card.
      const pictures = [...document.querySelectorAll(pictureParts)].filter(
        (element) => element.getBoundingClientRect().width > 0,
      )
      for (const element of pictures) {
        const sides = lean(element.getBoundingClientRect())
        for (const text of written)
          if (overlap(sides, text.sides) && !element.contains(text.element))
            found.push(`"${text.text}" lies on a ${element.classList[0]}`)
      }
      for (const card of document.querySelectorAll(cards)) {
        const box = card.getBoundingClientRect()
        const inside = [
          ...written
            .filter(({ element }) => card.contains(element))
            .map(({ text, sides }) => [text, sides] as const),
          ...pictures
            .filter((element) => card.contains(element))
            .map((each) => [each.classList[0], each.getBoundingClientRect()] as const),
        ]
        for (const [name, part] of inside) {
          if (
            part.left < box.left - slack ||
            part.right > box.right + slack ||
            part.top < box.top - slack ||
            part.bottom > box.bottom + slack
          )
            found.push(`"${name}" leaves its ${card.classList[0]}`)
        }
      }
      return found
    },
    {
      scale,
      safeArea,
      pictureParts: pictureParts.join(),
      cards: cards.join(),
      names: names.join(),
      titles: titles.join(),
      flows: flows.join(),
      pairs,
    },
  )

interface Allowed {
  readonly properties: readonly string[]
  /** CSS animations that may move whatever they do. */
  readonly animations: readonly string[]
}

/** Other properties than are allowed that some element would animate or has a running animation of. */
export const movingProperties = (
  page: Page,
  allowed: Allowed = { properties: ['transform', 'opacity'], animations: [] },
): Promise<readonly string[]> =>
  page.evaluate(({ properties, animations }) => {
    const moving = new Set<string>()
    for (const element of document.querySelectorAll('*')) {
      const { transitionProperty, transitionDuration } = getComputedStyle(element)
      if (/[1-9]/.test(transitionDuration))
        for (const name of transitionProperty.split(', ')) moving.add(name)
    }
    for (const animation of document.getAnimations()) {
      const { effect } = animation
      if (!(effect instanceof KeyframeEffect)) continue
      if (animation instanceof CSSAnimation && animations.includes(animation.animationName)) continue
      for (const frame of effect.getKeyframes())
        for (const name of Object.keys(frame))
          if (!['offset', 'computedOffset', 'easing', 'composite'].includes(name)) moving.add(name)
    }
    return [...moving].filter((name) => !properties.includes(name))
  }, allowed)
