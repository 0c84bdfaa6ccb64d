// What counts, and since when; and which of two metrics foretold better. Trials are sums over people, of whom none is named.
import { createHash } from 'node:crypto'
import { asksForConversations } from '../../../shared/domain/counting/conversation.ts'
import { definitionDays } from '../../../shared/domain/counting/metric-plan.ts'
import { rulesFor } from '../../../shared/domain/counting/taken-from.ts'
import { announcedOf } from '../../../shared/domain/metric-changes/announced.ts'
import { createChangeWords } from '../../../shared/domain/metric-changes/change-words.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import { formatDay } from '../../../shared/domain/time/calendar-date.ts'
import { answerTrial } from '../../../shared/domain/trials/trial-answer.ts'
import { createFormat } from '../../../shared/domain/words/format.ts'
import type { DefinedMetric, DefinitionsAnswer } from '../../../shared/wire/definitions.ts'
import type { Metric } from '../../../shared/wire/floor.ts'
import { definitionText } from '../floor-file/definition-text.ts'

/** Older ones stand in the history of the file. */
const mostChanges = 50

const dateOf = (day: number): string | null => (Number.isFinite(day) ? formatDay(day) : null)

const versionsOf = (metric: Metric): DefinedMetric['versions'] => {
  const days = definitionDays(metric)
  const definitions = [...(metric.earlier ?? []), { of: metric.of, since: metric.since, why: metric.why }]
  return definitions
    .map(({ of, why, since }, index) => ({
      since: since ?? null,
      until: dateOf((days[index]?.to ?? Number.NaN) - 1),
      why: why ?? null,
      text: definitionText(of),
    }))
    .toReversed()
}

/** The same for the same trial: what is drawn by chance to compare the two is drawn alike each time. */
const seedOf = (id: string): number => createHash('sha256').update(id).digest().readInt32BE()

/** `isHistoryComing`: whether a source is still sending its past. `ms`: epoch ms. */
export const answerDefinitions = (
  numbers: Numbers,
  isHistoryComing: boolean,
  ms: number,
): DefinitionsAnswer => {
  const { model } = numbers
  const { file } = model
  const words = createChangeWords(model, createFormat(file.floor), model.roster.floorZone.dayAt(ms))
  return {
    metrics: file.metrics.map((metric) => ({
      ...{ id: metric.id, name: metric.name, objective: metric.objective },
      versions: versionsOf(metric),
      conversations: asksForConversations(metric) ? file.floor.conversations : null,
      takenFrom: rulesFor(file.floor.takenFrom, metric).filter(({ rep }) => rep === undefined),
      retired: metric.retired ? { on: metric.retired.on, why: metric.retired.why ?? null } : null,
    })),
    changes: numbers.changes
      .all()
      .filter(({ was, is }) => was !== is)
      .slice(-mostChanges)
      .toReversed()
      .map((change) => ({
        version: change.version,
        at: change.at,
        ...words(announcedOf(model, change)),
      })),
    trials: file.trials.flatMap(
      (trial) => answerTrial(numbers, trial, { isHistoryComing, ms, seed: seedOf(trial.id) }) ?? [],
    ),
  }
}
