// One file: how it looks or sounds, how large it is, and what needs it.
import { Music, Trash2 } from 'lucide-react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import type { MediaFile } from '../../../../shared/wire/media.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../words/words.tsx'

interface MediaLineProps {
  readonly file: MediaFile
  readonly onRemove: () => void
}

const megabyte = 1024 * 1024

/** Drawn small; a film shows its first picture, and plays where somebody asks for it. */
function Look({ file: { kind, address } }: { readonly file: MediaFile }) {
  if (kind === 'picture') return <img src={address} alt="" loading="lazy" />
  if (kind === 'video') return <video src={address} preload="metadata" muted playsInline />
  return <Music aria-hidden="true" />
}

export function MediaLine({ file, onRemove }: MediaLineProps) {
  const say = useSay()
  const { name, kind, bytes, address, uses } = file
  const kinds = {
    picture: say({ id: 'console.media.picture', defaultMessage: 'Picture' }),
    video: say({ id: 'console.media.video', defaultMessage: 'Film' }),
    sound: say({ id: 'console.media.sound', defaultMessage: 'Sound' }),
  }
  return (
    <li className="line media-line">
      <span className="media-look">
        <Look file={file} />
      </span>
      <div className="grow">
        <h3 dir="auto">{name}</h3>
        <p className="soft small">
          {kinds[kind]} ·{' '}
          <FormattedNumber
            value={bytes / megabyte}
            style="unit"
            unit="megabyte"
            maximumFractionDigits={bytes < megabyte ? 2 : 1}
          />{' '}
          ·{' '}
          {uses.length === 0 ? (
            <FormattedMessage id="console.media.unused" defaultMessage="used nowhere" />
          ) : (
            <FormattedMessage
              id="console.media.used"
              defaultMessage="used by {names}"
              values={{ names: uses.map((use) => use.name).join(', ') }}
            />
          )}
        </p>
      </div>
      {/* biome-ignore lint/a11y/useMediaCaption: a clip of a few seconds, to hear which one it is */}
      {kind === 'sound' && <audio className="media-sound" src={address} controls preload="none" />}
      <Button
        size="small"
        look="danger"
        icon={<Trash2 />}
        isDisabled={uses.length > 0}
        aria-label={say({ id: 'console.media.remove', defaultMessage: 'Delete {name}' }, { name })}
        onPress={onRemove}
      />
    </li>
  )
}
