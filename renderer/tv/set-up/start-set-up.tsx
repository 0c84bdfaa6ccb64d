import { createRoot } from 'react-dom/client'
import { heartbeatEveryMs, type KioskBridge } from '../../../shared/wire/kiosk.ts'
import { recoverFrom } from '../recover.ts'
import { createHeartbeat, drawnIn } from '../report/heartbeat.ts'
import { startServiceMenu } from '../service/start-service-menu.tsx'
import { SetUp } from './set-up.tsx'

/** The TV page of a shell that shows no feed yet. */
export const startSetUp = (element: HTMLElement, kiosk: KioskBridge): void => {
  const beat = createHeartbeat({
    onFrame: (draw) => requestAnimationFrame(draw),
    isAsleep: () => false,
    wakesAt: () => null,
    drawn: () => drawnIn(document),
    nextSceneAt: () => Number.POSITIVE_INFINITY,
    now: Date.now,
  })
  setInterval(() => kiosk.heartbeat(beat()), heartbeatEveryMs)
  createRoot(element, { onUncaughtError: recoverFrom }).render(
    <SetUp kiosk={kiosk} locale={window.navigator.language} />,
  )
  startServiceMenu(element, kiosk, null)
}
