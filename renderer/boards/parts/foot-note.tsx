import type { Say } from '../../../shared/domain/words/say.ts'
import { fitting } from '../../ui/fitting.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

interface FootNoteProps {
  /** The line itself, or how it is said. */
  readonly text: string | ((say: Say) => string)
}

/** The line at the foot of a board that has no news. */
export const FootNote = ({ text }: FootNoteProps) => {
  const { say } = useSurroundings().format
  const line = typeof text === 'string' ? text : text(say)
  return (
    <span className="foot-note fitting line" dir="auto" style={fitting(line)}>
      {line}
    </span>
  )
}
