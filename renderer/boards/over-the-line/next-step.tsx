import type { OverTheLineView } from '../../../shared/wire/boards/over-the-line-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { nounOf } from '../parts/noun-of.ts'

/** There is a next one only after somebody. */
export const nextWords = (over: number): string => (over === 0 ? 'The nearest is' : 'The next one is')

/** The smallest step that puts the next one over. Whose it is stays between them and their manager. */
export const NextStep = ({ view }: { readonly view: OverTheLineView }) => {
  const { format, locale } = useSurroundings()
  const { nearest, metric } = view
  if (nearest === null) {
    const all = view.withGoal > 0 && Object.keys(view.rows).length === view.withGoal
    return all ? 'Everyone made it' : null
  }
  const step = format.value(Math.abs(nearest), metric.unit)
  const amount = metric.unit === 'count' ? `${step} ${nounOf(step, metric.noun, locale)}` : step
  return (
    <>
      {nextWords(Object.keys(view.rows).length)} <strong className="next-step">{amount}</strong> away
    </>
  )
}
