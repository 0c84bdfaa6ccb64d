import type { Format } from '../../../shared/domain/words/format.ts'
import type { Say } from '../../../shared/domain/words/say.ts'
import type { OverTheLineView } from '../../../shared/wire/boards/over-the-line-board.ts'
import type { ViewMetric } from '../../../shared/wire/view-parts.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { around } from '../parts/around.ts'
import { nounOf } from '../parts/noun-of.ts'

/** There is a next one only after somebody. */
export const nextWords = (over: number, amount: string, say: Say): string =>
  over === 0
    ? say({ id: 'over-the-line.nearest', defaultMessage: 'The nearest is {amount} away' }, { amount })
    : say({ id: 'over-the-line.next', defaultMessage: 'The next one is {amount} away' }, { amount })

/** "$4.2K", "3 meetings". */
export const stepText = (
  nearest: number,
  { unit, noun }: Pick<ViewMetric, 'unit' | 'noun'>,
  format: Format,
  locale: string,
): string => {
  const step = format.value(Math.abs(nearest), unit)
  return unit === 'count' ? `${step} ${nounOf(step, noun, locale)}` : step
}

/** The smallest step that puts the next one over. Whose it is stays between them and their manager. */
export const NextStep = ({ view }: { readonly view: OverTheLineView }) => {
  const { format, locale } = useSurroundings()
  const { nearest, metric } = view
  if (nearest === null) {
    const all = view.withGoal > 0 && Object.keys(view.rows).length === view.withGoal
    return all ? format.say({ id: 'over-the-line.everyone', defaultMessage: 'Everyone made it' }) : null
  }
  const amount = stepText(nearest, metric, format, locale)
  const [before, after] = around((whole) => nextWords(Object.keys(view.rows).length, whole, format.say))
  return (
    <>
      {before}
      <strong className="next-step">{amount}</strong>
      {after}
    </>
  )
}
