import { useLocation } from '@tanstack/react-router'

/** The secret of the link that was opened: it stands after the `#`, which is sent to nobody. Null where there is none. */
export const useLinkSecret = (): string | null => {
  const { hash } = useLocation()
  return new URLSearchParams(hash.replace(/^#/, '')).get('link')
}
