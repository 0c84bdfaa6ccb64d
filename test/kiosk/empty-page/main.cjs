// The least that can be started: Electron with a window and a page of one colour. What a kiosk takes longer is its own.
const { join } = require('node:path')
const { app, BrowserWindow } = require('electron')

app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
app.whenReady().then(() => {
  const window = new BrowserWindow({ x: 0, y: 0, frame: false, kiosk: true, fullscreen: true })
  void window.loadFile(join(__dirname, 'index.html'))
})
