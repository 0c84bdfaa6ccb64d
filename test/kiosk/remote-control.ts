// A kiosk as somebody with a remote control has it: keys go in, words and pictures are seen.
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { eventually } from '../eventually.ts'
import { keepsPictures } from '../pictures/picture-for-people.ts'
import { inPage } from './in-page.ts'
import type { KioskApp } from './kiosk-app.ts'

const pictures = 'test-results/kiosk'

export const shown = async ({ app }: KioskApp): Promise<string> =>
  String(await inPage(app, 'document.body.innerText'))

/** Until all of it stands there at once. */
export const shows = (kiosk: KioskApp, ...words: readonly (string | RegExp)[]) =>
  eventually(async () => {
    const text = await shown(kiosk)
    for (const each of words) expect(text).toMatch(each)
  })

export const hides = (kiosk: KioskApp, words: string) =>
  eventually(async () => expect(await shown(kiosk)).not.toContain(words))

export const focused = ({ app }: KioskApp) => inPage(app, 'document.activeElement?.innerText ?? ""')

/** A window that has just opened has no keyboard yet: what is sent to it is lost. */
const hasKeyboard = ({ app }: KioskApp) =>
  eventually(async () =>
    expect(
      await app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.focus()
        return contents?.isFocused()
      }),
    ).toBe(true),
  )

export const press = async (kiosk: KioskApp, ...keys: readonly string[]): Promise<void> => {
  await hasKeyboard(kiosk)
  for (const key of keys)
    await kiosk.app.evaluate(({ BrowserWindow }, keyCode) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.sendInputEvent({ type: 'keyDown', keyCode })
      contents?.sendInputEvent({ type: 'keyUp', keyCode })
    }, key)
}

/** Two frames: what has come on hears keys. */
const twoFrames =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))))'

/** To be looked at by people, where somebody asks for such pictures: once what comes on has come. */
export const photograph = async ({ app }: KioskApp, name: string): Promise<void> => {
  await inPage(app, twoFrames)
  if (!keepsPictures) return
  await inPage(app, 'new Promise((resolve) => setTimeout(resolve, 500))')
  const picture = await app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
  )
  mkdirSync(pictures, { recursive: true })
  writeFileSync(`${pictures}/${name}.png`, Buffer.from(picture ?? '', 'base64'))
}
