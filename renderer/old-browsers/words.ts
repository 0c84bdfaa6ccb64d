// What a browser says that cannot show the wall. The words are put into the page's first script when it is built.
import { sayIn } from '../../shared/domain/words/say.ts'
import { oldestChromium } from './oldest.ts'

interface OldBrowserWords {
  readonly tooOld: string
  readonly tooOldAdvice: string
  readonly stuck: string
  readonly stuckAdvice: string
}

/** `locale`: of the browser; there is no floor yet. */
export const oldBrowserWords = (locale: string): OldBrowserWords => {
  const say = sayIn(locale)
  return {
    tooOld: say({ id: 'browser.too-old', defaultMessage: 'This browser is too old for the wall' }),
    tooOldAdvice: say(
      {
        id: 'browser.too-old-advice',
        defaultMessage:
          'It takes Chrome or Chromium {oldest} or later, as in televisions of 2022. Update this television, or put a small computer behind it.',
      },
      { oldest: String(oldestChromium) },
    ),
    stuck: say({ id: 'browser.stuck', defaultMessage: 'The wall does not start in this browser' }),
    stuckAdvice: say({
      id: 'browser.stuck-advice',
      defaultMessage: 'It goes on trying. What the browser says of itself stands below.',
    }),
  }
}
