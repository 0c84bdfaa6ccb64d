// A page that is well, and shows what the shell told it.
let frames = 1
const beat = () => {
  window.kiosk.heartbeat({
    frames,
    shows: document.querySelector('#feed') === null ? 'nothing' : 'picture',
    nextSceneInMs: null,
  })
  frames = 0
  requestAnimationFrame(() => {
    frames = 1
  })
}
beat()
setInterval(beat, 1000)
window.kiosk.feedUrl().then((address) => {
  document.querySelector('#feed').textContent = JSON.stringify(address)
})
