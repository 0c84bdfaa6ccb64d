// Whether this page is a preview in a console, and of what: `?preview=screen:lobby`, `playlist:wins`, `board:revenue`.
import type { TvAuth } from '../../../shared/wire/socket.ts'

export type Preview = NonNullable<TvAuth['preview']>

/** Whether it is told what to draw by the page around it: `?preview=drawn`. */
export const isDrawnFor = (href: string): boolean => new URL(href).searchParams.get('preview') === 'drawn'

/** Null for a TV. What cannot be read is a preview of nothing, and not a TV. */
export const readPreview = (href: string): Preview | null => {
  const asked = new URL(href).searchParams.get('preview')
  if (asked === null) return null
  const [kind, id = ''] = asked.split(':')
  if (kind === 'playlist') return { playlist: id }
  return kind === 'board' ? { board: id } : { screen: id }
}
