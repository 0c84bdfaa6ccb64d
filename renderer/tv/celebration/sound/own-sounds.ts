// The project's own sounds, by the names that the feed sends: `own:gong`. The build puts them beside the page, named after
// what is in them.
import bell from '../../../../assets/sounds/bell.wav'
import chime from '../../../../assets/sounds/chime.wav'
import crowd from '../../../../assets/sounds/crowd.wav'
import fanfare from '../../../../assets/sounds/fanfare.wav'
import gong from '../../../../assets/sounds/gong.wav'

const sounds: ReadonlyMap<string, string> = new Map(
  Object.entries({ bell, chime, crowd, fanfare, gong }).map(([name, url]) => [`own:${name}`, url]),
)

/** Null for what is none of them. */
export const ownSoundUrl = (address: string): string | null => sounds.get(address) ?? null
