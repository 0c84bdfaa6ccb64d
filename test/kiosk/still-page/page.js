// A page that is well, and shows what the shell told it.
window.kiosk.heartbeat()
setInterval(() => window.kiosk.heartbeat(), 1000)
window.kiosk.feedUrl().then((address) => {
  document.querySelector('#feed').textContent = JSON.stringify(address)
})
