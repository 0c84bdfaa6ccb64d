// A picture of what a screen shows: asked of its TV, waited for, and shown; or in words why there is none.
import { useState } from 'react'
import { FormattedMessage, FormattedTime } from 'react-intl'
import { feedNow } from '../../api/feed-time.ts'
import { askForPicture } from '../../api/screen-actions.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Notice } from '../../kit/notice.tsx'
import { useAct } from '../../shell/use-act.ts'
import { useSay } from '../../words/words.tsx'
import { healthOf } from './device-words.ts'
import type { KnownScreen } from './use-screens.ts'
import './take-picture.css'

type Picture =
  | { readonly state: 'asked' }
  | { readonly state: 'none' }
  | { readonly state: 'there'; readonly id: string; readonly at: number }

export function TakePicture({ known }: { readonly known: KnownScreen }) {
  const say = useSay()
  const act = useAct()
  const [picture, setPicture] = useState<Picture | null>(null)
  const { screen, status } = known
  const { name } = screen
  const isBrowser = healthOf(status)?.shell === 'browser'
  const ask = async () => {
    setPicture({ state: 'asked' })
    const done = await act(async () => {
      const id = await askForPicture(screen.id)
      // Closed meanwhile: nobody waits for it any more.
      setPicture(
        (before) => before && (id === null ? { state: 'none' } : { state: 'there', id, at: feedNow() }),
      )
      return null
    })
    if (!done) setPicture(null)
  }
  const none = (
    <Notice tone="warn">
      {isBrowser ? (
        <FormattedMessage
          id="console.picture.none.browser"
          defaultMessage="No picture came. {name} is a browser, and not every browser can draw what it shows; a kiosk can."
          values={{ name: <bdi>{name}</bdi> }}
        />
      ) : (
        <FormattedMessage
          id="console.picture.none"
          defaultMessage="No picture came from {name} in time. Try again, or reload its TV."
          values={{ name: <bdi>{name}</bdi> }}
        />
      )}
    </Notice>
  )
  return (
    <>
      <Button size="small" isDisabled={(status?.tvs.length ?? 0) === 0} onPress={() => void ask()}>
        <FormattedMessage id="console.picture.do" defaultMessage="Take a picture" />
      </Button>
      {picture && (
        <Dialog
          isOpen
          width="wide"
          onClose={() => setPicture(null)}
          title={say({ id: 'console.picture.title', defaultMessage: 'What {name} shows' }, { name })}
          note={
            picture.state === 'there' && (
              <FormattedMessage
                id="console.picture.at"
                defaultMessage="{browser, select, yes {Drawn anew by the browser} other {Taken}} at {time}; kept for ten minutes."
                values={{
                  browser: isBrowser ? 'yes' : 'no',
                  time: <FormattedTime value={picture.at} timeStyle="medium" />,
                }}
              />
            )
          }
          actions={
            <Button isDisabled={picture.state === 'asked'} onPress={() => void ask()}>
              <FormattedMessage id="console.picture.again" defaultMessage="Take another" />
            </Button>
          }
        >
          <div className="picture" role="status">
            {picture.state === 'asked' && (
              <p className="soft">
                <FormattedMessage
                  id="console.picture.asked"
                  defaultMessage="Its TV was asked. That takes a few seconds."
                />
              </p>
            )}
            {picture.state === 'none' && none}
            {picture.state === 'there' && (
              <img
                src={`/api/v1/screenshots/${encodeURIComponent(picture.id)}`}
                alt={say({ id: 'console.screen.picture', defaultMessage: '{name} as it is now' }, { name })}
                onError={() => setPicture({ state: 'none' })}
              />
            )}
          </div>
        </Dialog>
      )}
    </>
  )
}
