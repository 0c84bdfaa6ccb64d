// A big deal as a test's feed sends it, and the takeover that walls make of it.
import type { Locator, Page } from '@playwright/test'
import { celebrationStateNamed } from '../../renderer/gallery/celebrations/celebration-states.ts'
import type { CelebrateMessage } from '../../shared/wire/celebrations/view.ts'

export const celebration = (
  id: string,
  more: Partial<CelebrateMessage> = {},
): Omit<CelebrateMessage, 'startsAt'> => {
  const state = celebrationStateNamed('big-deal')
  if (!state) throw new Error('no such celebration')
  return {
    id,
    ms: 4000,
    view: { ...state.view, word: null },
    sound: null,
    isTest: false,
    silent: false,
    ...more,
  }
}

export const takeover = (page: Page): Locator => page.locator('.takeover')

/** When a takeover began, by a clock that no test has bent, epoch ms. */
export const startOf = (page: Page): Promise<number> =>
  page
    .locator('.takeover-ground')
    .evaluate((ground) => performance.timeOrigin + Number(ground.getAnimations()[0]?.startTime))
