// The only code that has access to both the page and the kiosk. It runs in the sandbox and must not need Node.
import { contextBridge, ipcRenderer, webFrame } from 'electron'
import type { KioskBridge } from '../../shared/wire/kiosk.ts'
import { channels } from './channels.ts'

const bridge: KioskBridge = {
  feedUrl: () => ipcRenderer.invoke(channels.feedUrl),
  foundFeeds: () => ipcRenderer.invoke(channels.foundFeeds),
  chooseFeed: (choice) => ipcRenderer.invoke(channels.chooseFeed, choice),
  newFloor: () => ipcRenderer.invoke(channels.newFloor),
  saveLastGood: (json) => ipcRenderer.send(channels.saveLastGood, json),
  loadLastGood: () => ipcRenderer.invoke(channels.loadLastGood),
  keepToken: (token) => ipcRenderer.send(channels.keepToken, token),
  takePicture: () => ipcRenderer.invoke(channels.takePicture),
  refusedCertificate: () => ipcRenderer.invoke(channels.refusedCertificate),
  heartbeat: () => ipcRenderer.send(channels.heartbeat),
}

contextBridge.exposeInMainWorld('kiosk', bridge)

// `window.close` in the page would close the window, without an event that the kiosk could prevent.
void webFrame.executeJavaScript(
  "Object.defineProperty(window, 'close', { value: () => undefined, writable: false, configurable: false }); undefined",
)
