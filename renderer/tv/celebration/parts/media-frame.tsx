// A picture or film of the floor's own, in the place of the face, which then stands at its corner. What is not there, or is
// none, leaves no gap: the face keeps its place.
import { type ReactNode, useCallback, useState } from 'react'
import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import type { Face } from '../../../../shared/wire/view-parts.ts'
import { useMediaAhead } from '../takeover/media-place.ts'
import { elapsedOn, useTiming } from '../takeover/timing.ts'
import { springy, stay } from '../takeover/tracks.ts'
import { Part } from './part.tsx'
import { Likeness, Portrait } from './portrait.tsx'
import './media-frame.css'

interface MediaFrameProps {
  readonly media: CelebrationView['media']
  readonly face: Face
  readonly until: number
  /** The face in its own place. */
  readonly children: ReactNode
}

export const MediaFrame = ({ media, face, until, children }: MediaFrameProps) => {
  const { clock, beats, isStill } = useTiming()
  // Later than that the face has come in its place.
  const isInTime = useCallback(() => elapsedOn(clock) < beats.arrive, [clock, beats.arrive])
  const url = useMediaAhead(media?.address ?? null, isInTime)
  const [state, setState] = useState<'loading' | 'ready' | 'broken'>('loading')
  if (media === null || url === null || state === 'broken') return children
  const ready = () => setState('ready')
  const broken = () => setState('broken')
  return (
    <>
      {state === 'loading' && children}
      {state === 'ready' && until < beats.leave && <Portrait face={face} at={until} />}
      <Part
        className="media-frame"
        track={stay({ at: beats.arrive, from: 'translateY(8%) scale(0.8)', easing: springy, until })}
      >
        <div className="media-picture" data-ready={state === 'ready' || undefined}>
          {media.kind === 'video' ? (
            <video
              className="media-moving"
              src={url}
              muted
              loop
              playsInline
              autoPlay={!isStill}
              onLoadedData={ready}
              onError={broken}
            />
          ) : (
            <img className="media-moving" src={url} alt="" onLoad={ready} onError={broken} />
          )}
        </div>
        {state === 'ready' && (
          <span className="media-face">
            <Likeness face={face} />
          </span>
        )}
      </Part>
    </>
  )
}
