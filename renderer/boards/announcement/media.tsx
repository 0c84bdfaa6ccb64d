// A picture, or a film that plays without sound again and again. Nothing is shown, and no room kept, before there is
// something to show: a picture that cannot be had leaves the words the whole wall.
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type { AnnouncementView } from '../../../shared/wire/boards/announcement-board.ts'
import { useMediaUrl, useSurroundings } from '../../ui/surroundings.tsx'
import './media.css'

/** The film where it plays; the picture until then, and for good where it does not. */
export const Media = ({ picture, video }: Pick<AnnouncementView, 'picture' | 'video'>) => {
  const [playable, setPlayable] = useState<string | null>(null)
  return (
    <>
      {video !== null && <Film key={video} address={video} onPlayable={setPlayable} />}
      {picture !== null && (video === null || playable !== video) && (
        <Picture key={picture} address={picture} />
      )}
    </>
  )
}

/** Width over height, which the style sheet makes as large as its place allows. */
const proportions = (width: number, height: number): CSSProperties =>
  ({ '--ratio': height > 0 ? width / height : 1 }) as CSSProperties

const Picture = ({ address }: { readonly address: string }) => {
  const [shape, setShape] = useState<CSSProperties | null>(null)
  const [broken, setBroken] = useState(false)
  const source = useMediaUrl(address)
  return broken ? null : (
    <img
      className="media"
      src={source}
      alt=""
      hidden={shape === null}
      style={shape ?? undefined}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        setShape(proportions(naturalWidth, naturalHeight))
      }
      onError={() => setBroken(true)}
    />
  )
}

interface FilmProps {
  readonly address: string
  readonly onPlayable: (address: string | null) => void
}

const Film = ({ address, onPlayable }: FilmProps) => {
  const { calm } = useSurroundings()
  const [shape, setShape] = useState<CSSProperties | null>(null)
  const element = useRef<HTMLVideoElement>(null)
  const source = useMediaUrl(address)

  useEffect(() => {
    const video = element.current
    if (!video) return
    // Where nothing may move it stays at its first frame.
    if (calm) video.pause()
    // Refused, it shows its first frame too, which is no fault of anybody's.
    else void video.play().catch(() => undefined)
  }, [calm])

  useEffect(() => {
    const video = element.current
    return () => {
      // A film that is only taken out of the page keeps its decoder and its buffers.
      video?.pause()
      video?.removeAttribute('src')
      video?.load()
    }
  }, [])

  return (
    <video
      className="media"
      ref={element}
      src={source}
      muted
      loop
      playsInline
      preload="auto"
      disablePictureInPicture
      hidden={shape === null}
      style={shape ?? undefined}
      onLoadedData={({ currentTarget: { videoWidth, videoHeight } }) => {
        setShape(proportions(videoWidth, videoHeight))
        onPlayable(address)
      }}
      onError={() => {
        setShape(null)
        onPlayable(null)
      }}
    />
  )
}
