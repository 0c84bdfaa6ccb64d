// Runs in a TV's page: notes the frames in which a deal, a bare message, and another board can be seen. Nothing of it is in the page
// that ships.

declare global {
  interface Window {
    /** When the frame was done that shows a bare message, by its text, a deal, by its account, or `scene` and a board. Epoch ms. */
    painted: Record<string, number>
  }
}

/** Runs before the page's own code. It hears bare messages on the page's own socket, after Socket.IO has read them. */
export const probePaints = (): void => {
  window.painted = {}
  const note = async (label: string): Promise<void> => {
    window.painted[label] = performance.timeOrigin + (await window.frameDone())
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
        void note(label)
      }
      // Socket.IO listens by the time the socket is open, so that this listener comes after Socket.IO's.
      this.addEventListener('open', () => this.addEventListener('message', hear))
    }
  }

  let account = ''
  let board = ''
  addEventListener('DOMContentLoaded', () => {
    document.body.append(corner)
    // Places, numbers, the team's bar and the foot are drawn in one frame; the foot has the deal's account.
    new MutationObserver(() => {
      const scene = document.querySelector('.scene:not([data-leaving])')?.getAttribute('data-board') ?? ''
      if (scene !== board) {
        board = scene
        void note(`scene ${scene}`)
      }
      const shown = [...document.querySelectorAll('.board-foot bdi')].at(-1)?.textContent ?? ''
      if (shown === account) return
      account = shown
      void note(shown)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
