// Runs in a TV's page: notes the frames in which a deal, and a bare message, can be seen. Nothing of it is in the page
// that ships.

declare global {
  interface Window {
    /** By the deal's account or the message's text: when the frame that shows it was done, epoch ms. */
    painted: Record<string, number>
  }
}

/** Before the page's own code: hears every bare message on the socket that the page opens, as Socket.IO would hand it on. */
export const probePaints = (): void => {
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

  const text = document.createTextNode('')
  const corner = document.createElement('div')
  corner.style.cssText = 'position:fixed;left:0;top:0'
  corner.append(text)
  const start = '42/tv,["bare","'
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      const hear = ({ data }: MessageEvent) => {
        const packet = String(data)
        if (!packet.startsWith(start)) return
        const label = packet.slice(start.length, -2)
        text.data = label
        note(label)
      }
      // Once it is open Socket.IO listens already, so a message is heard here when Socket.IO has read it.
      this.addEventListener('open', () => this.addEventListener('message', hear))
    }
  }

  let account = ''
  addEventListener('DOMContentLoaded', () => {
    document.body.append(corner)
    /** A deal is in sight when its row's number has set out and the foot names it. */
    new MutationObserver((changes) => {
      const shown = [...document.querySelectorAll('.board-foot bdi')].at(-1)?.textContent ?? ''
      const isInRow = changes.some(({ target }) => target.parentElement?.closest('.leader-numbers'))
      if (shown === account || !isInRow) return
      account = shown
      note(shown)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
