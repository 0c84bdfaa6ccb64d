// The demo floor's metrics: the playbook's, and its own.
import { metricsText as chaptersText } from '../../../../shared/playbook/floor-text.ts'
import { metricChapters } from '../../../../shared/playbook/metrics.ts'
import { playbookRoles } from '../../../../shared/playbook/shape.ts'
import { seatProduct } from '../world/segments.ts'
import { markChapter, ownMetrics } from './own-metrics.ts'
import { firstDealStage } from './settings.ts'

/** Orders of extra seats are won the day they are made: they count as bookings, but not in win rates or sales cycles. */
const chapters = [
  ...metricChapters(playbookRoles, { firstDealStage, sold: [{ field: 'product', isNot: seatProduct }] }),
  ownMetrics,
  markChapter,
]

export const metricsText = `
metrics:
${chaptersText(chapters)}
`
