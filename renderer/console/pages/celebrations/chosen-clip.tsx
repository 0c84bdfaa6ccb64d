// The file that is chosen, to be looked at or listened to before it is on the wall.
import { isSound, isVideo } from '../../../../shared/wire/media-address.ts'
import './put-media.css'

/** Nothing where none is chosen. */
export function ChosenClip({ address }: { readonly address: string }) {
  if (address === '') return null
  if (isVideo(address))
    return <video className="chosen-clip" src={address} controls muted playsInline preload="metadata" />
  // biome-ignore lint/a11y/useMediaCaption: a clip of a few seconds, to hear which one it is
  if (isSound(address)) return <audio className="chosen-clip" src={address} controls preload="none" />
  return <img className="chosen-clip" src={address} alt="" loading="lazy" />
}
