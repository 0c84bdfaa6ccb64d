// One stage: its shape with that of the window before behind it, the share that went on, and how long deals stood there.
import { memo } from 'react'
import type { FunnelStage as Stage } from '../../../shared/wire/boards/funnel-board.ts'
import { CountingNumber } from '../../ui/counting-number.tsx'
import { fitting } from '../../ui/fitting.ts'
import { phrase } from '../../ui/phrase.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { around } from '../parts/around.ts'
import { funnelShape, shapeSize } from './funnel-shape.ts'

interface FunnelStageProps {
  readonly stage: Stage
  readonly slot: number
  /** Deals as high as the funnel. */
  readonly most: number
  readonly leaks: boolean
  readonly isLast: boolean
}

export const FunnelStage = memo(({ stage, slot, most, leaks, isLast }: FunnelStageProps) => {
  const { format } = useSurroundings()
  const { say } = format
  const { left, wentOn, conversion, days, before } = stage
  const [beforeWas, afterWas] = around((value) =>
    say({ id: 'funnel.was', defaultMessage: 'was {value}' }, { value }),
  )
  const [part, whole] = [format.value(wentOn, 'count'), format.value(left, 'count')]
  return (
    <li className="funnel-stage" style={{ order: slot }} data-leaks={leaks || undefined}>
      <div className="funnel-head">
        <h2 className="funnel-name fitting line" dir="auto" style={fitting(stage.name)}>
          {stage.name}
        </h2>
        {leaks && <strong className="funnel-leak">▼</strong>}
      </div>
      <Shape stage={stage} most={most} way="across" />
      <Shape stage={stage} most={most} way="upright" />
      <span className="funnel-share" {...phrase}>
        <CountingNumber className="funnel-value" amount={conversion} unit="percent" />
        {before.conversion !== null && (
          <span className="funnel-was">
            {say(
              { id: 'funnel.was', defaultMessage: 'was {value}' },
              { value: format.value(before.conversion, 'percent') },
            )}
          </span>
        )}
      </span>
      <span className="funnel-deals line" {...phrase}>
        {left > 0
          ? say(
              {
                id: 'funnel.went-on',
                defaultMessage: '{part} of {whole} {last, select, yes {won} other {went on}}',
              },
              { part, whole, last: isLast ? 'yes' : 'no' },
            )
          : say({ id: 'funnel.none-left', defaultMessage: 'none left it' })}
      </span>
      <span className="funnel-days line" {...phrase}>
        {days !== null && (
          <>
            <strong>{format.value(days, 'days')}</strong>{' '}
            {say({ id: 'funnel.in-it', defaultMessage: 'in it' })}
            {before.days !== null && (
              <span className="quiet">
                , {beforeWas}
                {format.value(before.days, 'days')}
                {afterWas}
              </span>
            )}
          </>
        )}
      </span>
    </li>
  )
})
FunnelStage.displayName = 'FunnelStage'

interface ShapeProps extends Pick<FunnelStageProps, 'stage' | 'most'> {
  readonly way: 'across' | 'upright'
}

const Shape = ({ stage, most, way }: ShapeProps) => (
  <svg
    className="funnel-shape"
    data-way={way}
    viewBox={`0 0 ${shapeSize} ${shapeSize}`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <polygon className="funnel-now" points={funnelShape(stage, most, way)} />
    {stage.before.left > 0 && (
      <polygon className="funnel-ghost" points={funnelShape(stage.before, most, way)} />
    )}
  </svg>
)
