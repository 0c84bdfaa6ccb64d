// Keys that work on every page: Ctrl or ⌘ with K for the palette, `g` and then a page's letter to go there.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { PageEntry } from './pages-list.tsx'

/** The second key has to follow within this time. */
const withinMs = 1200

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(input|textarea|select)$/i.test(target.tagName) ||
    target.closest('[role=dialog]') !== null)

export const usePageKeys = (pages: readonly PageEntry[], openPalette: () => void): void => {
  const navigate = useNavigate()
  const latest = useRef({ pages, openPalette, navigate })
  latest.current = { pages, openPalette, navigate }
  useEffect(() => {
    let goAt = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        latest.current.openPalette()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === 'g') {
        goAt = event.timeStamp
        return
      }
      if (event.timeStamp - goAt > withinMs) return
      goAt = Number.NEGATIVE_INFINITY
      const page = latest.current.pages.find(({ key }) => key === event.key)
      if (page) void latest.current.navigate({ to: page.to })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
