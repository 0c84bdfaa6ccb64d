import type { FunnelView } from '../../../shared/wire/boards/funnel-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { FootNote } from '../parts/foot-note.tsx'

export const FunnelFoot = ({ view: { before, rows } }: { readonly view: FunnelView }) => {
  const { say } = useSurroundings().format
  const question = say({ id: 'funnel.question', defaultMessage: 'Of deals that left, how many went on?' })
  const compared = Object.values(rows).some((stage) => stage.before.left > 0)
  const outline = say({ id: 'funnel.outline', defaultMessage: 'Outline: {window}' }, { window: before })
  return <FootNote text={compared ? `${question} ${outline}` : question} />
}
