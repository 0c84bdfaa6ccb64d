import type { FunnelView } from '../../../shared/wire/boards/funnel-board.ts'
import { FootNote } from '../parts/foot-note.tsx'

export const FunnelFoot = ({ view: { before, rows } }: { readonly view: FunnelView }) => {
  const question = 'Of deals that left, how many went on?'
  const compared = Object.values(rows).some((stage) => stage.before.left > 0)
  return <FootNote text={compared ? `${question} Outline: ${before}` : question} />
}
