// One wall on one display: its window, what keeps it alive, and what its page may ask of the shell.
import type { Display, Screen, WebContents } from 'electron'
import type { Heartbeat } from '../../../shared/wire/kiosk.ts'
import { serveBridge } from '../bridge.ts'
import { fitDisplay } from '../fit-display.ts'
import { hideCursor } from '../hide-cursor.ts'
import { openIpcDoor } from '../ipc-door.ts'
import { createPictureKeeper } from '../keep-picture.ts'
import { createKeyDoor, type KeyDoor } from '../keys.ts'
import type { Recovery } from '../recovery.ts'
import { recyclePage } from '../recycle-page.ts'
import { openService, type ServiceParts } from '../service/open-service.ts'
import type { TvSetUp } from '../set-up/set-up.ts'
import { takePicture } from '../take-picture.ts'
import { createWallWindow } from '../wall-window.ts'
import type { Graphics } from '../watch-graphics.ts'
import { watchPage } from '../watch-page.ts'
import type { Place } from './place.ts'

/** What all walls of this kiosk have in common. */
export interface WallParts {
  readonly screen: Screen
  readonly feed: TvSetUp
  readonly graphics: Graphics
  readonly preload: string
  /** Developer tools exist only in a kiosk that runs from its sources. */
  readonly devTools: boolean
  /** What a page may take before it is loaded anew. */
  readonly pageMemoryBytes: number
  /** What the service menus of all walls have in common. */
  readonly service: Pick<ServiceParts, 'guard' | 'version' | 'options' | 'setUpFile' | 'exit' | 'forgetFloor'>
  /** A window is gone that nobody has closed. */
  readonly onLost: () => void
}

export interface Wall {
  readonly contents: WebContents
  readonly recovery: Pick<Recovery, 'networkEnded' | 'woke' | 'stop'>
  readonly keys: KeyDoor
  /** Whether somebody has its service menu open. */
  isServiced(): boolean
  /** Loads its page anew: its feed is another one, or elsewhere. */
  load(): void
  fit(display: Display): void
  focus(): void
  close(): void
}

export interface WallAsks {
  /** Whether it is this wall on which somebody sets the kiosk up. */
  readonly isAsked: () => boolean
  readonly onHeartbeat: (beat: Heartbeat) => void
  readonly onBetweenScenes: () => void
}

export function openWall(parts: WallParts, place: Place, display: Display, asks: WallAsks): Wall {
  const { screen, feed, graphics, preload, devTools, pageMemoryBytes, onLost } = parts
  const { session, journal } = place
  const window = createWallWindow({ display, session, preload, devTools })
  const fit = fitDisplay({ window, screen, display, journal })
  hideCursor(window.webContents)
  const recovery = watchPage({ window, journal, count: place.recoveries, graphics })
  const capture = () => takePicture(window, screen)
  const pictures = createPictureKeeper({
    running: () => performance.now(),
    capture,
    keep: place.picture.keep,
  })
  const recycling = recyclePage({
    contents: window.webContents,
    recovery,
    journal,
    ceilingBytes: pageMemoryBytes,
  })
  const picture = {
    forget() {
      pictures.forget()
      place.picture.forget()
    },
  }
  const service = openService({
    ...parts.service,
    window,
    feedUrl: feed.origin,
    tokens: place.tokens,
    lastGood: place.lastGood,
    picture,
    count: place.recoveries,
    load: recovery.start,
    journal,
  })
  serveBridge(openIpcDoor(window.webContents, journal), {
    setUp: feed,
    isAsked: asks.isAsked,
    screen: place.screen,
    lastGood: place.lastGood,
    picture,
    tokens: place.tokens,
    takePicture: capture,
    refusedCertificate: place.certificate.refused,
    recoveries: place.recoveries.lastDay,
    service,
    heartbeat(beat) {
      asks.onHeartbeat(beat)
      recovery.heartbeat(beat)
      pictures.heartbeat(beat)
      recycling.heartbeat(beat)
    },
    betweenScenes() {
      asks.onBetweenScenes()
      recycling.betweenScenes()
    },
  })

  let isClosing = false
  window.on('close', (event) => event.preventDefault())
  window.on('closed', () => {
    recovery.stop()
    if (!isClosing) onLost()
  })
  recovery.start()
  return {
    contents: window.webContents,
    recovery,
    keys: createKeyDoor({ isSettingUp: () => feed.takesKeys() && asks.isAsked(), service }),
    isServiced: service.stands,
    load: recovery.start,
    fit: fit.to,
    focus: () => window.focus(),
    close() {
      isClosing = true
      recovery.stop()
      window.destroy()
    },
  }
}
