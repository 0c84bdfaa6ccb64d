import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { GrowthBar } from '../parts/growth-bar.tsx'
import { deedOf } from './deed.ts'
import { Solo } from './solo.tsx'
import { recordGrowth } from './team-growth.ts'

/** The best so far, and by how much the one before it is beaten. */
export const BestSoFar = ({ view }: { readonly view: CelebrationView }) => {
  const { format } = useSurroundings()
  const { figure } = view
  const beaten = figure === null || figure.line === null ? null : { ...figure, line: figure.line }
  return (
    <Solo
      view={view}
      {...deedOf(view, format)}
      foot={beaten === null ? null : (until) => <GrowthBar {...recordGrowth(beaten, format)} until={until} />}
    />
  )
}
