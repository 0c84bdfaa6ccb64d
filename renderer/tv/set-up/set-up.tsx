// Of several displays of one computer, one asks which floor they show. The others say so.
import { directionOf } from '../../../shared/domain/words/direction.ts'
import { hanOf } from '../../../shared/domain/words/han.ts'
import { sayIn } from '../../../shared/domain/words/say.ts'
import type { KioskBridge } from '../../../shared/wire/kiosk.ts'
import { SetUpPage } from './set-up-page.tsx'
import { useAsked } from './use-asked.ts'

const lookEveryMs = 2000

interface SetUpProps {
  readonly kiosk: Pick<KioskBridge, 'foundFeeds' | 'chooseFeed' | 'isAsked'>
  /** Of the browser: there is no floor yet. */
  readonly locale: string
}

const SetUpElsewhere = ({ locale }: Pick<SetUpProps, 'locale'>) => {
  const say = sayIn(locale)
  return (
    <div className="set-up" dir={directionOf(locale)} data-han={hanOf(locale)} data-theme="night">
      <main className="set-up-area">
        <header className="set-up-head">
          <span className="set-up-name">Floorboard</span>
        </header>
        <div className="set-up-elsewhere">
          <h1 className="set-up-title">
            {say({ id: 'set-up.elsewhere', defaultMessage: 'This display is ready' })}
          </h1>
          <p>
            {say({
              id: 'set-up.elsewhere-note',
              defaultMessage:
                'Another display of this computer asks which floor to show. Once that is chosen, this one shows it too.',
            })}
          </p>
        </div>
      </main>
    </div>
  )
}

/** The display that is asked may change while displays come and go. */
export const SetUp = ({ kiosk, locale }: SetUpProps) => {
  const isAsked = useAsked<boolean | null>(kiosk.isAsked, lookEveryMs, null)
  if (isAsked === null) return null
  return isAsked ? <SetUpPage kiosk={kiosk} locale={locale} /> : <SetUpElsewhere locale={locale} />
}
