// Pictures that a person may want to look at and no test judges: to take them took a tenth of what their tests take. They
// are written where FLOORBOARD_KEEP_PICTURES=1 asks for them.
import type { Page, PageScreenshotOptions } from '@playwright/test'
import { setScreen } from './wall-browser.ts'

export const keepsPictures = process.env['FLOORBOARD_KEEP_PICTURES'] === '1'

/** In `path`, whose folders are made. */
export const pictureForPeople = async (
  page: Page,
  options: PageScreenshotOptions & { readonly path: string },
): Promise<void> => {
  if (keepsPictures) await page.screenshot(options)
}

/** Of a TV whose elements alone a test asks for: to paint it is most of the work of a wall that moves. Nothing is pressed on it. */
export const paintForPeople = async (page: Page): Promise<void> => {
  const size = page.viewportSize()
  if (!keepsPictures && size !== null) await setScreen(await page.context().newCDPSession(page), size, 0)
}
