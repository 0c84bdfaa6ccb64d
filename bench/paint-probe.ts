// Runs in a TV's page: notes the frames in which a deal, and a bare message, can be seen. Nothing of it is in the page
// that ships.

declare global {
  interface Window {
    /** By the deal's account or the message's text: when the frame that shows it was done, epoch ms. */
    painted: Record<string, number>
  }
}

/** Resolves once the bare server has let this page in. */
export const probePaints = (barePort: number): Promise<void> => {
  window.painted = {}
  /** The task after the frame's own callbacks: the browser has then worked out that frame. */
  const note = (label: string): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        window.painted[label] ??= performance.timeOrigin + performance.now()
      }
      port2.postMessage(null)
    })
  }

  let account = ''
  new MutationObserver(() => {
    const shown = [...document.querySelectorAll('.board-foot bdi')].at(-1)?.textContent ?? ''
    if (shown === account) return
    account = shown
    note(shown)
  }).observe(document.body, { subtree: true, childList: true, characterData: true })

  const text = document.createTextNode('')
  const corner = document.createElement('div')
  corner.style.cssText = 'position:fixed;left:0;top:0'
  corner.append(text)
  document.body.append(corner)
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${barePort}/socket.io/?EIO=4&transport=websocket`)
    socket.onmessage = ({ data }) => {
      const packet = String(data)
      if (packet.startsWith('0')) socket.send('40/tv,')
      else if (packet === '2') socket.send('3')
      else if (packet.startsWith('40/tv')) resolve()
      else {
        const label = packet.replace('42/tv,["bare","', '').replace('"]', '')
        text.data = label
        note(label)
      }
    }
  })
}
