// Short words at the foot of the page about what has been done, with a way back.
import { X } from 'lucide-react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useSay } from '../words/words.tsx'
import './toasts.css'

interface ToastWords {
  readonly said: string
  readonly tone: 'done' | 'bad'
  readonly action?: { readonly name: string; readonly onAction: () => void }
}

/** Long enough to read and to reach the button; one about a failure stays until it is closed. */
const shownForMs = 8000

const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 })

export const toast = (words: ToastWords): void => {
  queue.add(words, words.tone === 'bad' ? {} : { timeout: shownForMs })
}

/** Tells the style sheets how much room they take: a dialog leaves it free, however many they are and however long. */
const tellHeight = (region: HTMLElement | null) => {
  if (region === null) return
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => style.setProperty('--toasts', `${region.offsetHeight}px`))
  observer.observe(region)
  return () => {
    observer.disconnect()
    style.removeProperty('--toasts')
  }
}

/** Where toasts appear; once a page. */
export function Toasts() {
  const say = useSay()
  return (
    <ToastRegion ref={tellHeight} queue={queue} className="toasts">
      {({ toast: shown }) => {
        const { said, tone, action } = shown.content
        return (
          <Toast toast={shown} className="toast" data-tone={tone}>
            <ToastContent className="toast-words">
              <Text slot="title">{said}</Text>
            </ToastContent>
            {action && (
              <AriaButton
                className="toast-action"
                onPress={() => {
                  queue.close(shown.key)
                  action.onAction()
                }}
              >
                {action.name}
              </AriaButton>
            )}
            <AriaButton
              slot="close"
              className="toast-close"
              aria-label={say({ id: 'console.toast.close', defaultMessage: 'Close this note' })}
            >
              <X aria-hidden="true" />
            </AriaButton>
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
