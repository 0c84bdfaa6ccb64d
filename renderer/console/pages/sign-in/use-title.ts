import { useEffect } from 'react'

/** The browser tab's title while the page is shown. */
export const useTitle = (title: string): void =>
  useEffect(() => {
    document.title = `${title} · Floorboard`
  }, [title])
