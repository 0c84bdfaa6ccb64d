// Pictures that a person may want to look at and no test judges: to take them took a tenth of what their tests take. They
// are written where FLOORBOARD_KEEP_PICTURES=1 asks for them.
import type { Page, PageScreenshotOptions } from '@playwright/test'

export const keepsPictures = process.env['FLOORBOARD_KEEP_PICTURES'] === '1'

/** In `path`, whose folders are made. */
export const pictureForPeople = async (
  page: Page,
  options: PageScreenshotOptions & { readonly path: string },
): Promise<void> => {
  if (keepsPictures) await page.screenshot(options)
}
