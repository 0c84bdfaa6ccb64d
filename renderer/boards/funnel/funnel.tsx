// How deals come through the stages, and where the funnel leaks: from left to right, upright from top to bottom.

import { type CSSProperties, useMemo } from 'react'
import type { FunnelView } from '../../../shared/wire/boards/funnel-board.ts'
import { useSurroundings } from '../../ui/surroundings.tsx'
import { Empty } from '../parts/empty.tsx'
import { rowsOnPage } from '../parts/paging.ts'
import { FunnelStage } from './funnel-stage.tsx'
import { NoLeak } from './no-leak.tsx'
import './funnel.css'
import './funnel-portrait.css'

interface FunnelProps {
  readonly view: FunnelView
  readonly page: number
  readonly pages: number
}

const mostDeals = ({ rows }: Pick<FunnelView, 'rows'>): number =>
  Math.max(0, ...Object.values(rows).flatMap(({ left, before }) => [left, before.left]))

/** Whether no deal has left a stage, neither now nor before. */
export const hasNoDeals = (view: Pick<FunnelView, 'rows'>): boolean => mostDeals(view) === 0

export const Funnel = ({ view, page, pages }: FunnelProps) => {
  const { rows, leak } = view
  const { say } = useSurroundings().format
  const shown = useMemo(() => rowsOnPage(rows, page, pages), [rows, page, pages])
  const all = Object.values(rows)
  const most = mostDeals(view)
  if (most === 0)
    return (
      <Empty headline={say({ id: 'funnel.empty', defaultMessage: 'No deal has left a stage yet' })}>
        {say({
          id: 'funnel.empty-advice',
          defaultMessage:
            'As soon as deals move on, are won or lost, each stage shows here how many of them went on.',
        })}
      </Empty>
    )
  const last = all.length - 1
  return (
    <section className="funnel" data-stages={shown.slots}>
      <NoLeak view={view} />
      <ul className="funnel-stages" key={page} style={{ '--stages': shown.slots } as CSSProperties}>
        {shown.rows.map(({ id, row, slot }) => (
          <FunnelStage
            key={id}
            stage={row}
            slot={slot}
            most={most}
            leaks={id === leak}
            isLast={row.place === last}
          />
        ))}
      </ul>
    </section>
  )
}
