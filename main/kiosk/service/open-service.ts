// The service menu of this TV, put together: it is opened with a remote control and the floor's PIN.
import { hostname } from 'node:os'
import type { BrowserWindow } from 'electron'
import type { HashedPin, ServiceFacts, ServiceRequest, WrongPins } from '../../../shared/wire/service.ts'
import { channels } from '../channels.ts'
import type { Journal } from '../journal.ts'
import type { RecoveryCount } from '../recoveries.ts'
import { networkAddresses } from './network-addresses.ts'
import type { PinGuard } from './pin-guard.ts'
import { createServiceActs, type ServiceActsParts } from './service-acts.ts'
import { createServiceMenu } from './service-menu.ts'

export interface Service {
  /** While it stands, keys reach the page. */
  stands(): boolean
  /** True for the key that opens it. */
  press(key: string): boolean
  keepPin(pin: HashedPin): void
  wrongPins(): WrongPins | null
  request(request: ServiceRequest): Promise<ServiceFacts | null>
}

export interface ServiceParts extends ServiceActsParts {
  readonly guard: PinGuard
  readonly window: BrowserWindow
  readonly version: string
  readonly count: Pick<RecoveryCount, 'lastDay'>
  readonly journal: Journal
}

export function openService(parts: ServiceParts): Service {
  const { guard, window, version, count, journal, feedUrl } = parts
  const { webContents: contents } = window
  const running = () => performance.now()
  const acts = createServiceActs(parts)
  const menu = createServiceMenu({
    guard,
    show: (state) => {
      if (!contents.isDestroyed()) contents.send(channels.serviceState, state)
    },
    facts: async () => ({
      version,
      name: hostname(),
      addresses: networkAddresses(),
      feedUrl: feedUrl(),
      runningMs: Math.round(running()),
      recoveries: count.lastDay(),
      acts: await acts.possible(),
    }),
    act: acts.act,
    running,
    after: (ms, action) => {
      const timer = setTimeout(action, ms)
      return () => clearTimeout(timer)
    },
    report: journal.info,
  })
  // What stood on a page that is gone stands no more.
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) menu.close()
  })
  contents.on('render-process-gone', menu.close)
  return {
    stands: menu.stands,
    press: menu.press,
    keepPin: guard.keep,
    wrongPins: guard.wrongPins,
    request: menu.request,
  }
}
