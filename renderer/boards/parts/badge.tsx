import { useSurroundings } from '../../ui/surroundings.tsx'
import './badge.css'

/** An input or an output, in the words of a sales floor: what is in the rep's hands, or what came of it. */
export const Badge = ({ indicator }: { readonly indicator: 'input' | 'output' }) => {
  const { say } = useSurroundings().format
  return (
    <span className="badge" data-tone={indicator}>
      {indicator === 'input'
        ? say({ id: 'board.input', defaultMessage: 'ACTIVITY' })
        : say({ id: 'board.output', defaultMessage: 'RESULT' })}
    </span>
  )
}
