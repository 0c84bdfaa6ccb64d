import { createRoot } from 'react-dom/client'
import type { KioskBridge } from '../../../shared/wire/kiosk.ts'
import type { ServiceState } from '../../../shared/wire/service.ts'
import { createStore } from '../../live/store.ts'
import { type ServedTv, ServiceMenu } from './service-menu.tsx'

/**
 * Waits for the shell to open the menu. It stands beside `wall`, whatever that shows. Where the menu fails, the wall goes on.
 *
 * @param tv null while this TV is not set up
 */
export const startServiceMenu = (wall: HTMLElement, kiosk: KioskBridge, tv: ServedTv | null): void => {
  const state = createStore<ServiceState>({ kind: 'closed' })
  const place = document.createElement('div')
  wall.after(place)
  let before: HTMLElement | null = null
  kiosk.onService((next) => {
    const stands = next.kind !== 'closed'
    if (stands && !wall.inert && document.activeElement instanceof HTMLElement)
      before = document.activeElement
    // What is behind the menu must not take the focus from it.
    wall.inert = stands
    state.set(() => next)
    if (!stands) before?.focus()
  })
  createRoot(place, {
    onUncaughtError: (error) => {
      console.error('floorboard: the service menu failed', error)
      void kiosk.service({ kind: 'close' })
    },
  }).render(<ServiceMenu kiosk={kiosk} state={state} tv={tv} locale={window.navigator.language} />)
}
