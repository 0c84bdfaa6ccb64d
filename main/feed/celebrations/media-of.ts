// Sounds, pictures and videos that a screen may need for a celebration, so that it has them before one starts.
import type { FloorFile } from '../../../shared/wire/floor.ts'

const most = 500

/** Addresses of the feed's own media, of the web, and of the project's own sounds as `own:gong`. */
export const mediaOf = ({ celebrations, people }: FloorFile): readonly string[] => {
  const sounds = celebrations.flatMap(({ sound, off }) =>
    off || sound === 'none' ? [] : [sound.includes('/') ? sound : `own:${sound}`],
  )
  const media = celebrations.flatMap(({ media: own, off }) => (off || own === undefined ? [] : [own]))
  const isWalkedUp = celebrations.some(({ walkUp, off }) => walkUp && !off)
  const walkUps = isWalkedUp ? people.flatMap(({ walkUp }) => walkUp ?? []) : []
  // A gong by hand needs no rule.
  return [...new Set(['own:gong', 'own:chime', ...sounds, ...media, ...walkUps])].slice(0, most)
}
