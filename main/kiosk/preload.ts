// The only code that sees both the page and the shell. It runs in the sandbox, so it imports Electron's two halves
// of the bridge and nothing that needs Node.
import { contextBridge, ipcRenderer, webFrame } from 'electron'
import type { KioskBridge } from '../../shared/wire/kiosk.ts'
import { channels } from './channels.ts'

const bridge: KioskBridge = {
  feedUrl: () => ipcRenderer.invoke(channels.feedUrl),
  saveLastGood: (json) => ipcRenderer.send(channels.saveLastGood, json),
  loadLastGood: () => ipcRenderer.invoke(channels.loadLastGood),
  heartbeat: () => ipcRenderer.send(channels.heartbeat),
}

contextBridge.exposeInMainWorld('kiosk', bridge)

// Electron closes a window whose page asks for it, and no event of the shell's comes before that.
void webFrame.executeJavaScript(
  "Object.defineProperty(window, 'close', { value: () => undefined, writable: false, configurable: false }); undefined",
)
