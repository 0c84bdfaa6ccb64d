// The only code that has access to both the page and the kiosk. It runs in the sandbox and must not need Node.
import { contextBridge, ipcRenderer, webFrame } from 'electron'
import type { KioskBridge } from '../../shared/wire/kiosk.ts'
import type { ServiceState } from '../../shared/wire/service.ts'
import { channels } from './channels.ts'

/** The menu may be opened before the page listens. */
let service: ServiceState | null = null
let hearService: (state: ServiceState) => void = () => undefined
ipcRenderer.on(channels.serviceState, (_event, state: ServiceState) => {
  service = state
  hearService(state)
})

const bridge: KioskBridge = {
  feedUrl: () => ipcRenderer.invoke(channels.feedUrl),
  foundFeeds: () => ipcRenderer.invoke(channels.foundFeeds),
  chooseFeed: (choice) => ipcRenderer.invoke(channels.chooseFeed, choice),
  isAsked: () => ipcRenderer.invoke(channels.isAsked),
  newFloor: () => ipcRenderer.invoke(channels.newFloor),
  saveLastGood: (json) => ipcRenderer.send(channels.saveLastGood, json),
  loadLastGood: () => ipcRenderer.invoke(channels.loadLastGood),
  keepToken: (token) => ipcRenderer.send(channels.keepToken, token),
  takePicture: () => ipcRenderer.invoke(channels.takePicture),
  refusedCertificate: () => ipcRenderer.invoke(channels.refusedCertificate),
  feedTrouble: () => ipcRenderer.invoke(channels.feedTrouble),
  recoveries: () => ipcRenderer.invoke(channels.recoveries),
  betweenScenes: () => ipcRenderer.send(channels.betweenScenes),
  keepServicePin: (pin) => ipcRenderer.send(channels.keepServicePin, pin),
  wrongPins: () => ipcRenderer.invoke(channels.wrongPins),
  onService: (listener) => {
    hearService = listener
    if (service !== null) listener(service)
  },
  service: (request) => ipcRenderer.invoke(channels.service, request),
  heartbeat: (beat) => ipcRenderer.send(channels.heartbeat, beat),
}

contextBridge.exposeInMainWorld('kiosk', bridge)

// `about:blank` and `about:srcdoc` are loaded without an event that the kiosk could prevent, and the second, as the address
// of a whole page, ends Electron 25. The page's own event comes before all of it.
void webFrame.executeJavaScript(
  "navigation.addEventListener('navigate', (event) => { if (event.cancelable && !event.destination.url.startsWith('app://floorboard/')) event.preventDefault() }); undefined",
)

// `window.close` in the page would close the window, without an event that the kiosk could prevent.
void webFrame.executeJavaScript(
  "Object.defineProperty(window, 'close', { value: () => undefined, writable: false, configurable: false }); undefined",
)
