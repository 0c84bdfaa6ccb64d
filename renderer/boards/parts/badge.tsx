import { useSurroundings } from '../../ui/surroundings.tsx'
import './badge.css'

/** Input or output: in the rep's hands, or what came of it. */
export const Badge = ({ indicator }: { readonly indicator: 'input' | 'output' }) => {
  const { say } = useSurroundings().format
  return (
    <span className="badge" data-tone={indicator}>
      {indicator === 'input'
        ? say({ id: 'board.input', defaultMessage: 'INPUT' })
        : say({ id: 'board.output', defaultMessage: 'OUTPUT' })}
    </span>
  )
}
