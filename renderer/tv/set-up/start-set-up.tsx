import { createRoot } from 'react-dom/client'
import { heartbeatEveryMs, type KioskBridge } from '../../../shared/wire/kiosk.ts'
import { recoverFrom } from '../recover.ts'
import { createHeartbeat, isDrawnIn } from '../report/heartbeat.ts'
import { startServiceMenu } from '../service/start-service-menu.tsx'
import { SetUpPage } from './set-up-page.tsx'

/** The TV page of a shell that shows no feed yet. */
export const startSetUp = (element: HTMLElement, kiosk: KioskBridge): void => {
  const beat = createHeartbeat({
    onFrame: (draw) => requestAnimationFrame(draw),
    isAsleep: () => false,
    wakesAt: () => null,
    isDrawn: () => isDrawnIn(document),
    nextSceneAt: () => Number.POSITIVE_INFINITY,
    now: Date.now,
  })
  setInterval(() => kiosk.heartbeat(beat()), heartbeatEveryMs)
  createRoot(element, { onUncaughtError: recoverFrom }).render(
    <SetUpPage kiosk={kiosk} locale={window.navigator.language} />,
  )
  startServiceMenu(element, kiosk, null)
}
