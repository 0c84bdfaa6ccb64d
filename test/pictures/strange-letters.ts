// What is drawn with a font that the wall does not bring: asked of the browser, which knows what it drew a text with.
import type { CDPSession, Page } from '@playwright/test'

/** Runs in the page: each letter that no font on the page claims. What one claims is kept: fonts claim letters by the ten thousand. */
const unclaimed = (): string[] => {
  const claimed: Set<string> = Reflect.get(window, 'claimedLetters') ?? new Set()
  Object.assign(window, { claimedLetters: claimed })
  const letters = new Set(
    [...(document.querySelector('.stage')?.textContent ?? '')].filter(
      (each) => /\S/.test(each) && !claimed.has(each),
    ),
  )
  for (const { unicodeRange } of letters.size > 0 ? document.fonts : [])
    for (const [, from = '', to = from] of unicodeRange.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi))
      for (const letter of letters) {
        const code = letter.codePointAt(0) ?? 0
        if (code < Number.parseInt(from, 16) || code > Number.parseInt(to, 16)) continue
        letters.delete(letter)
        claimed.add(letter)
      }
  return [...letters].map((letter) => `${letter}: nobody's`)
}

/** Of elements that are asked about. */
const mark = 'data-unseen-letters'
const marked = `//*[@${mark}]`

/**
 * Runs in the page: marks the elements of the stage that have a letter of their own which was in none of their font and language
 * before. What was asked about is kept until the page is loaded again: a font draws a letter the same on every board.
 */
const markUnseen = (by: string): void => {
  const seen: Map<string, Set<string>> = Reflect.get(window, 'seenLetters') ?? new Map()
  Object.assign(window, { seenLetters: seen })
  const letters = new Intl.Segmenter()
  for (const element of document.querySelectorAll('.stage *')) {
    let text = ''
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue
    if (text.trim() === '') continue
    const { font, fontVariant, direction } = getComputedStyle(element)
    const drawnWith = [font, fontVariant, direction, element.closest('[lang]')?.getAttribute('lang')].join()
    const drawn = seen.get(drawnWith) ?? new Set()
    seen.set(drawnWith, drawn)
    const before = drawn.size
    for (const { segment } of letters.segment(text)) drawn.add(segment)
    if (drawn.size > before) element.setAttribute(by, '')
  }
}

/** Runs in the page. */
const unmark = (by: string): void => {
  for (const element of document.querySelectorAll(`[${by}]`)) element.removeAttribute(by)
}

const foreignFonts = async (devtools: CDPSession, nodeId: number): Promise<string[]> => {
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont)
  if (foreign.length === 0) return []
  const { outerHTML } = await devtools.send('DOM.getOuterHTML', { nodeId })
  return foreign.map(({ familyName }) => `${outerHTML.replaceAll(/<[^>]*>/g, '')}: ${familyName}`)
}

/** Of each page that was asked about its fonts. To be told of all its style sheets again and again takes longer than the rest. */
const sessions = new WeakMap<Page, Promise<CDPSession>>()

const openSession = async (page: Page): Promise<CDPSession> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  return devtools
}

const sessionOf = (page: Page): Promise<CDPSession> => {
  const session = sessions.get(page) ?? openSession(page)
  sessions.set(page, session)
  return session
}

/**
 * What is drawn with a font of the machine's own: "text: font". Also each letter that no font on the page claims, as
 * nobody's: where the machine has no font for it either, the browser takes its box from any of the wall's.
 */
export const strangeLetters = async (page: Page): Promise<readonly string[]> => {
  const found = await page.evaluate(unclaimed)
  await page.evaluate(markUnseen, mark)
  const devtools = await sessionOf(page)
  await devtools.send('DOM.enable')
  await devtools.send('DOM.getDocument', { depth: 0 })
  const { searchId, resultCount } = await devtools.send('DOM.performSearch', { query: marked })
  const { nodeIds } =
    resultCount === 0
      ? { nodeIds: [] }
      : await devtools.send('DOM.getSearchResults', { searchId, fromIndex: 0, toIndex: resultCount })
  // All asked at once: most of the time is the way to the browser and back.
  for (const texts of await Promise.all(nodeIds.map((nodeId) => foreignFonts(devtools, nodeId))))
    found.push(...texts)
  // While it listens to a page, the browser tells of each element that comes and goes.
  await devtools.send('DOM.disable')
  await page.evaluate(unmark, mark)
  return found
}
