import type { CelebrationView } from '../../../../shared/wire/celebrations/view.ts'
import { useSurroundings } from '../../../ui/surroundings.tsx'
import { GrowthBar } from '../parts/growth-bar.tsx'
import { deedOf } from './deed.ts'
import { Solo } from './solo.tsx'
import { teamGrowth } from './team-growth.ts'

/** One deal, and what it did for the team. */
export const BigDeal = ({ view }: { readonly view: CelebrationView }) => {
  const { format } = useSurroundings()
  const { team } = view
  return (
    <Solo
      view={view}
      {...deedOf(view, format)}
      foot={team === null ? null : (until) => <GrowthBar {...teamGrowth(team, format)} until={until} />}
    />
  )
}
