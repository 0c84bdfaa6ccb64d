// The only code that sees both the page and the shell. It runs in the sandbox, so it imports Electron's two halves
// of the bridge and nothing that needs Node.
import { contextBridge, ipcRenderer } from 'electron'
import type { KioskBridge } from '../../shared/wire/kiosk.ts'
import { channels } from './channels.ts'

const bridge: KioskBridge = {
  feedUrl: () => ipcRenderer.invoke(channels.feedUrl),
  saveLastGood: (json) => ipcRenderer.send(channels.saveLastGood, json),
  loadLastGood: () => ipcRenderer.invoke(channels.loadLastGood),
  heartbeat: () => ipcRenderer.send(channels.heartbeat),
}

contextBridge.exposeInMainWorld('kiosk', bridge)
