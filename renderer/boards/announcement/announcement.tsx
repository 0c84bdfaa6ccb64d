// What everybody should know: a title as large as its words allow, a text, a picture or a film, a countdown.

import { memo } from 'react'
import type { AnnouncementView } from '../../../shared/wire/boards/announcement-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { FootNote } from '../parts/foot-note.tsx'
import { useFittingStep } from '../parts/use-fitting-step.ts'
import { withoutRepeats } from '../parts/without-repeats.ts'
import { Countdown } from './countdown.tsx'
import { Media } from './media.tsx'
import { RichText } from './rich-text.tsx'
import './announcement.css'

/** Of announcement.css. */
const steps = 7

export const Announcement = memo(({ view }: { readonly view: AnnouncementView }) => {
  const { title, scope, text, picture, video, countdown } = view
  const words = useFittingStep(steps)
  const announcement = useSurroundings().format.say({
    id: 'announcement.eyebrow',
    defaultMessage: 'Announcement',
  })
  return (
    <article className="announcement" data-wordless={text.length === 0 || undefined}>
      <header className="announcement-head eyebrow">
        <Megaphone />
        <span className="eyebrow-text line" dir="auto">
          {withoutRepeats([scope, announcement], title)}
        </span>
      </header>
      <div className="announcement-body">
        <div className="announcement-words" ref={words}>
          <div className="announcement-inner">
            <h1 className="announcement-title" dir="auto">
              {title}
            </h1>
            {text.length > 0 && <RichText blocks={text} />}
            {countdown !== null && <Countdown countdown={countdown} />}
          </div>
        </div>
        <Media picture={picture} video={video} />
      </div>
      <footer className="board-foot">
        <FootNote
          text={(say) => say({ id: 'announcement.question', defaultMessage: 'What should everybody know?' })}
        />
      </footer>
    </article>
  )
})
Announcement.displayName = 'Announcement'

/** Drawn, not typed: it looks to where the words are. */
const Megaphone = () => (
  <svg className="megaphone" viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M3 9.6v4.8a1 1 0 0 0 1 1h2.6l1.5 4.4a1 1 0 0 0 1 .7h1.6a1 1 0 0 0 1-1.3l-1.2-3.8h.6l6.6 3.7a1 1 0 0 0 1.5-.9V5.8a1 1 0 0 0-1.5-.9l-6.6 3.7H4a1 1 0 0 0-1 1ZM20.6 9.4v5.2a2.7 2.7 0 0 0 0-5.2Z"
      fill="currentColor"
    />
  </svg>
)
