// Why no leak stands in the board's largest letters.
import { isEnough } from '../../../shared/domain/boards/funnel/funnel-leak.ts'
import type { FunnelView } from '../../../shared/wire/boards/funnel-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

export const NoLeak = ({ view: { rows, leak } }: { readonly view: FunnelView }) => {
  const { say } = useSurroundings().format
  if (leak !== null) return null
  return (
    <p className="no-leak quiet">
      {Object.values(rows).some(isEnough)
        ? say({ id: 'funnel.no-leak', defaultMessage: 'No stage fell by five points' })
        : say({ id: 'funnel.too-few', defaultMessage: 'Too few deals yet to tell a leak' })}
    </p>
  )
}
