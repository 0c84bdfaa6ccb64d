// The board that is being made on walls of all three shapes, with the floor's own numbers.
import { FormattedMessage } from 'react-intl'
import type { DrawnBoard } from '../../../../shared/wire/board-draft.ts'
import { useSay } from '../../words/words.tsx'
import { DrawnFrame, type WallShape, wallShapes } from './drawn-frame.tsx'

interface LiveShapesProps {
  readonly title: string
  readonly shown: DrawnBoard | null
  readonly onPages: (shape: WallShape, pages: number) => void
}

export function LiveShapes({ title, shown, onPages }: LiveShapesProps) {
  const say = useSay()
  const words: Readonly<Record<WallShape, string>> = {
    wide: say({ id: 'console.shape.wide', defaultMessage: 'Wall, 16 : 9' }),
    tall: say({ id: 'console.shape.tall', defaultMessage: 'Upright, 9 : 16' }),
    panorama: say({ id: 'console.shape.panorama', defaultMessage: 'Wide wall, 21 : 9' }),
  }
  return (
    <section className="live-shapes" aria-label={say({ id: 'console.make.live', defaultMessage: 'Live' })}>
      {wallShapes.map((shape) => (
        <figure key={shape} className="live-shape" data-shape={shape}>
          <DrawnFrame
            shape={shape}
            label={say(
              { id: 'console.make.on', defaultMessage: '{title} on: {shape}' },
              { title, shape: words[shape] },
            )}
            shown={shown}
            onPages={(pages) => onPages(shape, pages)}
          />
          <figcaption className="soft small">{words[shape]}</figcaption>
        </figure>
      ))}
      <p className="soft small live-note">
        <FormattedMessage
          id="console.make.live.note"
          defaultMessage="Drawn as on a TV, with the numbers of this moment. Nothing is saved yet."
        />
      </p>
    </section>
  )
}
