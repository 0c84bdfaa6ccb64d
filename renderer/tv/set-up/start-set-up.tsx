import { createRoot } from 'react-dom/client'
import { heartbeatEveryMs, type KioskBridge } from '../../../shared/wire/kiosk.ts'
import { recoverFrom } from '../recover.ts'
import { SetUpPage } from './set-up-page.tsx'

/** The TV page of a shell that shows no feed yet. */
export const startSetUp = (element: HTMLElement, kiosk: KioskBridge): void => {
  setInterval(() => kiosk.heartbeat(), heartbeatEveryMs)
  createRoot(element, { onUncaughtError: recoverFrom }).render(
    <SetUpPage kiosk={kiosk} locale={window.navigator.language} />,
  )
}
