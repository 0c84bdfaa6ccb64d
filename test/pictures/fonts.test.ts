// Every letter and sign on every board comes from a font that the wall brings: on a machine that was set up for a wall
// alone, any other would be a box. Asked of the browser, which knows what it drew a text with.
import type { CDPSession } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds, ordinaryOf, statesOf } from '../../renderer/gallery/catalogue.ts'
import { type GalleryPage, openGallery } from './gallery-page.ts'

const locales = ['pl-PL', 'ja-JP', 'ar-EG', 'hi-IN']

let gallery: GalleryPage
let browserSays: CDPSession
beforeAll(async () => {
  gallery = await openGallery()
  browserSays = (await gallery.browser.contexts()[0]?.newCDPSession(gallery.page)) as CDPSession
  await browserSays.send('DOM.enable')
  await browserSays.send('CSS.enable')
})
afterAll(() => gallery?.close())

/**
 * What is drawn with a font of the machine's own: "text: font". Also each letter that no font on the page claims, as
 * nobody's: where the machine has no font for it either, the browser takes its box from any of the wall's.
 */
const strangers = async (): Promise<string[]> => {
  const found = await gallery.page.evaluate(unclaimed)
  const { root } = await browserSays.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await browserSays.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '.stage *',
  })
  for (const nodeId of nodeIds) {
    const { fonts } = await browserSays.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName, isCustomFont } of fonts) {
      if (isCustomFont) continue
      const { outerHTML } = await browserSays.send('DOM.getOuterHTML', { nodeId })
      found.push(`${outerHTML.replaceAll(/<[^>]*>/g, '')}: ${familyName}`)
    }
  }
  return found
}

/** Runs in the page. */
const unclaimed = (): string[] => {
  const letters = new Set(
    [...(document.querySelector('.stage')?.textContent ?? '')].filter((each) => /\S/.test(each)),
  )
  for (const { unicodeRange } of document.fonts)
    for (const [, from = '', to = from] of unicodeRange.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi))
      for (const letter of letters) {
        const code = letter.codePointAt(0) ?? 0
        if (code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16)) letters.delete(letter)
      }
  return [...letters].map((letter) => `${letter}: nobody's`)
}

test('a letter that the wall does not bring is told, and has none of its fonts loaded', async () => {
  await gallery.show(ordinaryOf('leaderboard'))
  const loaded = () =>
    gallery.page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      return [...document.fonts].filter(({ status }) => status !== 'unloaded').length
    })
  const before = await loaded()
  await gallery.page.evaluate(() => document.querySelector('.stage h1')?.append(' ক'))
  expect(await strangers()).toContain("ক: nobody's")
  expect(await loaded()).toBe(before)
})

describe.each(kinds)('%s', (kind) => {
  test.each(locales)('is drawn with the fonts it brings in %s', async (locale) => {
    await gallery.show(ordinaryOf(kind), { locale })
    expect(await strangers()).toEqual([])
  })

  const states = statesOf(kind).filter(({ id }) => /awkward|scripts/.test(id))
  test.each(states.map((view) => [view.id, view] as const))('%s is drawn with them', async (_, view) => {
    await gallery.show(view)
    expect(await strangers()).toEqual([])
  })
})
