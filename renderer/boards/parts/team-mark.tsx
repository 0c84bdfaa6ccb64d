// What stands for a team or an office, as a face does for a person: its initials on its own colour, with square edges.
import { initialsOf } from '../../../shared/domain/boards/board-names.ts'
import './team-mark.css'

interface TeamMarkProps {
  readonly name: string
  readonly hue: number
}

export const TeamMark = ({ name, hue }: TeamMarkProps) => (
  <span className="team-mark" data-hue={hue} aria-hidden="true">
    {initialsOf(name)}
  </span>
)
