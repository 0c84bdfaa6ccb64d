// Tries a rule on the last 90 days, a piece a turn of the event loop: the log may be long.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { tooOften } from '../../../shared/domain/celebrations/card-words.ts'
import type { Cause } from '../../../shared/domain/celebrations/cause.ts'
import { createCelebrationView } from '../../../shared/domain/celebrations/celebration-view.ts'
import {
  createDayTrial,
  createFactTrial,
  firstOfEach,
  frequencyOf,
  trialDays,
} from '../../../shared/domain/celebrations/trial.ts'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import type { Numbers } from '../../../shared/domain/standing/numbers.ts'
import type { TriedRule } from '../../../shared/wire/celebrations/api.ts'
import type { CelebrationRule } from '../../../shared/wire/celebrations/rule.ts'
import type { Log } from '../store/log.ts'

const mostHits = 100
/** More takeovers a day than this, and nobody looks up any more. */
const mostADay = 12

interface Hit {
  readonly cause: Cause
  readonly standing: StoredFact | null
}

const hitsOf = async (
  log: Pick<Log, 'entriesAfter'>,
  numbers: Numbers,
  rule: CelebrationRule,
  now: number,
): Promise<readonly Hit[]> => {
  const facts = createFactTrial(numbers, rule, now)
  if (facts !== null) {
    for await (const page of log.entriesAfter(0)) {
      for (const entry of page) if (entry.kind === 'fact') facts.take(entry.before, entry.after)
      await nextTurn()
    }
    return facts.hits()
  }
  const ofDay = createDayTrial(numbers, rule, now)
  const causes: Cause[] = []
  for (let back = trialDays - 1; back >= 0; back -= 1) {
    causes.push(...(ofDay?.(back) ?? []))
    await nextTurn()
  }
  return firstOfEach(causes).map((cause) => ({ cause, standing: null }))
}

/** `now`: epoch ms. */
export const tryRule = async (
  log: Pick<Log, 'entriesAfter'>,
  numbers: Numbers,
  rule: CelebrationRule,
  now: number,
): Promise<TriedRule> => {
  const hits = await hitsOf(log, numbers, rule, now)
  const causes = hits.map(({ cause }) => cause)
  const { perDay, busiestDay } = frequencyOf(numbers, causes, now)
  const views = createCelebrationView(numbers)
  const newest = [...hits].sort((a, b) => b.cause.at - a.cause.at).slice(0, mostHits)
  return {
    hits: newest.map(({ cause, standing }) => ({
      at: cause.at,
      names: [...views.namesOf(cause)],
      about: views.aboutText(cause, standing),
    })),
    total: hits.length,
    perDay,
    busiestDay,
    warning: perDay < mostADay ? null : tooOften(numbers.model.say, Math.round(perDay)),
  }
}
