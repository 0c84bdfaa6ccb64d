import type { ResultsView } from '../../../shared/wire/boards/results-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { FootNote } from '../parts/foot-note.tsx'

/** How to read the coverage: the one thing on this board that does not go without saying. */
export const ResultsFoot = ({ view: { enough } }: { readonly view: ResultsView }) => {
  const { format } = useSurroundings()
  const times = format.full(enough, 'points')
  return (
    <FootNote
      text={format.say(
        {
          id: 'results.foot',
          defaultMessage: 'Covered = due ÷ missing: {times}× is enough, under 1× is not',
        },
        { times },
      )}
    />
  )
}
