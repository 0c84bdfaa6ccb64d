// How a source does, as its tile says it.
import type { SourceHealth, SourceState } from '../../../../shared/wire/sources.ts'
import type { CallBudget } from '../vendor-client.ts'
import type { Reading } from './reading.ts'
import type { TakenCount } from './taken-count.ts'
import { lackedRates } from './waiting-deals.ts'

export interface HealthParts {
  readonly reading: Reading
  readonly hasKey: boolean
  readonly trouble: SourceHealth['trouble']
  readonly count: TakenCount
  readonly budget: CallBudget
}

const lateAfterPolls = 5
const leastLateMs = 300_000

export const stateOf = ({
  reading,
  hasKey,
  trouble,
}: Pick<HealthParts, 'reading' | 'hasKey' | 'trouble'>): SourceState => {
  const { settings, vendor, place, now } = reading
  const { question, readAt, compared } = place.memory
  if (settings.paused) return 'paused'
  if (!hasKey || trouble?.kind === 'sign-in') return 'needs sign-in'
  if (question !== null || trouble?.kind === 'rights') return 'refused'
  const lateAfter = Math.max(leastLateMs, lateAfterPolls * vendor.pollMs)
  const isLate = readAt === null ? trouble !== null : now() - readAt > lateAfter
  if (isLate) return 'late'
  return compared?.differs === true ? 'differs' : 'ok'
}

export const healthOf = (parts: HealthParts): SourceHealth => {
  const { reading, hasKey, trouble, count, budget } = parts
  const { settings, source, vendor, floor, place, now, today } = reading
  const { past, readAt, newest, waiting, compared, question } = place.memory
  const from = past?.windows[past.at]?.from ?? null
  return {
    id: settings.id,
    name: settings.name,
    vendor: settings.vendor,
    source,
    state: stateOf(parts),
    readAt,
    newest,
    trouble: hasKey
      ? trouble
      : {
          at: now(),
          kind: 'sign-in',
          what: 'No key is kept for it.',
          click: `${vendor.newKey}, then paste it here.`,
        },
    past: past && {
      done: past.windows.length === 0 ? 1 : past.at / past.windows.length,
      month: from === null ? '' : new Date(from).toISOString().slice(0, 7),
    },
    facts: count.facts(),
    aside: floor.numbers().engine.asideOf(source),
    calls: { today: budget.today(), of: budget.of },
    lackedRates: lackedRates(waiting, today()),
    compared,
    refused: count.refused(),
    question,
    hasKey,
  }
}
