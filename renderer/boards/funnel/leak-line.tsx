// Where the funnel leaks, in words: "Proposal → Negotiation fell most: 41%, was 58%".
import { isEnough } from '../../../shared/domain/boards/funnel/funnel-leak.ts'
import type { FunnelView } from '../../../shared/wire/boards/funnel-board.ts'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'

export const LeakLine = ({ view: { rows, leak } }: { readonly view: FunnelView }) => {
  const { format } = useSurroundings()
  const { say } = format
  const stage = leak === null ? undefined : rows[leak]
  if (!stage) {
    const enough = Object.values(rows).some(isEnough)
    return (
      <p className="leak-line quiet">
        {enough
          ? say({ id: 'funnel.no-leak', defaultMessage: 'No leak: no stage fell by five points' })
          : say({ id: 'funnel.too-few', defaultMessage: 'Too few deals yet to tell a leak' })}
      </p>
    )
  }
  const next =
    Object.values(rows).find(({ place }) => place === stage.place + 1)?.name ??
    say({ id: 'funnel.won', defaultMessage: 'Won' })
  const now = format.value(stage.conversion, 'percent')
  const before = format.value(stage.before.conversion, 'percent')
  return (
    <p className="leak-line" data-leaks {...phrase}>
      <span>▾</span>
      <span className="leak-names fitting line" style={fitting(`${stage.name} → ${next}`)}>
        <bdi>{stage.name}</bdi> → <bdi>{next}</bdi>
      </span>
      <span className="leak-figures">
        {say({ id: 'funnel.fell-most', defaultMessage: 'fell most: {now}, was {before}' }, { now, before })}
      </span>
    </p>
  )
}
