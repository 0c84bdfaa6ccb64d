// The floor's sources: one runner for each that the floor file names, made anew when its settings or its key change; and what can
// be known of a source before it starts.
import { type Source, SourceVendor } from '../../../shared/wire/source.ts'
import type {
  Keys,
  SourceAction,
  SourceDifference,
  SourcesAnswer,
  TriedSource,
  TrySource,
} from '../../../shared/wire/sources.ts'
import type { Clock } from '../clock.ts'
import type { LiveFloor } from '../fold/live-floor.ts'
import type { RefusedFacts } from '../ingest/refused-facts.ts'
import type { ConnectorStore } from '../store/connector-store.ts'
import type { Log } from '../store/log.ts'
import type { SecretStore } from '../store/secrets.ts'
import type { Turns } from '../turns.ts'
import { type Connector, sourceOf, type VendorOwner } from './connector.ts'
import { createRunnerSet } from './runner-set.ts'
import type { SendRequest } from './send-request.ts'
import { checkKeys, keysFrom, keysText } from './source-keys.ts'
import { peopleFor, peopleText } from './source-people.ts'
import { createSourceRunner, type SourceRunner } from './source-runner.ts'
import { inWords, SourceTrouble } from './source-trouble.ts'
import { createCallBudget, createVendorClient } from './vendor-client.ts'
import { vendors } from './vendors.ts'
import { wonDifference, wonThere } from './won-difference.ts'
import { totalsOf } from './won-totals.ts'

export interface SourceDesk {
  answer(): SourcesAnswer
  /** Asks the vendor everything that can be known before it starts. Keeps nothing. */
  tryOut(asked: TrySource): Promise<TriedSource>
  /** Durable once it resolves. */
  setKeys(id: string, keys: Keys): Promise<void>
  /** False where none was kept. */
  removeKeys(id: string): Promise<boolean>
  /** False where there is no such source. */
  act(id: string, action: SourceAction): Promise<boolean>
  /** Null where there is none of that name that could be asked. Rejects with `SourceTrouble`. */
  difference(id: string): Promise<SourceDifference | null>
  /** Does all that is due; by itself each second. */
  run(): Promise<void>
  close(): Promise<void>
}

export interface SourceDeskParts {
  readonly floor: Pick<LiveFloor, 'refuse' | 'submit' | 'numbers' | 'current'>
  readonly log: Pick<Log, 'identity' | 'lastSeq' | 'standing' | 'factsOf'>
  readonly store: ConnectorStore
  readonly secrets: SecretStore
  readonly send: SendRequest
  /** Other addresses than the vendors' own. */
  readonly apis: Partial<Readonly<Record<SourceVendor, string>>>
  readonly clock: Clock
  readonly turns: Turns
  readonly random: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** A night’s count of a month differs from the vendor’s own. `on`: the night’s day. */
  readonly onDifference: (source: Source, on: string, difference: SourceDifference) => Promise<void>
  /** Told of facts that the floor does not take. */
  readonly refused: Pick<RefusedFacts, 'note'>
  /** A past is being read for the first time, or that is over. */
  readonly notePast: (isComing: boolean) => void
  readonly onError: (what: string, error: unknown) => void
}

const secretOf = (id: string): string => `source:${id}`
const mostNamed = 10

export const openSourceDesk = (parts: SourceDeskParts): SourceDesk => {
  const { floor, log, secrets, clock, turns, notePast } = parts
  const now = (): number => clock.now()
  const budgets = new Map<string, ReturnType<typeof createCallBudget>>()
  let keyChanges = 0
  let isPastComing = false

  const budgetOf = (id: string, vendor: SourceVendor): ReturnType<typeof createCallBudget> => {
    const known = budgets.get(id) ?? createCallBudget({ perDay: vendors[vendor].callsPerDay, now })
    budgets.set(id, known)
    return known
  }

  const keptKeys = ({ id, vendor }: Source): Keys | null => {
    const text = secrets.get(secretOf(id))
    return text === null ? null : keysFrom(text, vendors[vendor])
  }

  const connect = (settings: Source, keys: Keys): Connector => {
    const vendor = vendors[settings.vendor]
    const { model } = floor.numbers()
    const { send } = parts
    const { address = '' } = settings
    const apiNow = (): string => parts.apis[settings.vendor] ?? vendor.api(address)
    return vendor.create({
      client: createVendorClient({
        vendor: vendor.name,
        secrets: Object.values(keys),
        signIn: async (as) => {
          checkKeys(vendor, keys, address)
          const api = apiNow()
          return { api, ...(await vendor.signIn({ keys, address, api, send, now: now(), as })) }
        },
        send,
        budget: budgetOf(settings.id, settings.vendor),
        spacingMs: vendor.spacingMs,
        now,
        sleep: parts.sleep,
        newKey: vendor.newKey,
        giveRights: vendor.giveRights,
        faultIn: vendor.faultIn,
        usageIn: vendor.usageIn,
        waitIn: vendor.waitIn,
      }),
      settings: {
        reads: new Set(settings.reads.filter((object) => vendor.reads.includes(object))),
        pipelines: settings.pipelines === undefined ? null : new Set(settings.pipelines),
        stages: new Map(settings.stages.map(({ stage, as }) => [stage, as])),
        currency: settings.currency ?? model.file.floor.currency,
        zone: model.zone(settings.timeZone ?? model.file.floor.timeZone),
        isFullCredit: model.file.floor.credit === 'full',
        recurring: settings.recurring,
        amounts: settings.amounts,
        rates: settings.rates,
        ...peopleFor(settings, model.file),
      },
      address,
      keys,
      // Of a vendor whose customers have their own, the client knows it.
      api: parts.apis[settings.vendor] ?? (vendor.address === null ? vendor.api('') : ''),
      now,
    })
  }

  const startRunner = (settings: Source): SourceRunner => {
    const keys = keptKeys(settings)
    return createSourceRunner({
      source: settings,
      vendor: vendors[settings.vendor],
      connector: keys === null ? null : connect(settings, keys),
      budget: budgetOf(settings.id, settings.vendor),
      floor,
      log,
      store: parts.store,
      clock,
      turns,
      random: parts.random,
      refused: parts.refused,
      onDifference: parts.onDifference,
      onError: parts.onError,
    })
  }

  const tellPast = (): void => {
    const isComing = runners.all().some((runner) => runner.isFirstPast())
    if (isComing === isPastComing) return
    isPastComing = isComing
    notePast(isComing)
  }

  const runners = createRunnerSet<Source, SourceRunner>({
    state: () => `${floor.current().version} ${keyChanges}`,
    entries: () => {
      const { file } = floor.current()
      const { currency, timeZone, credit } = file.floor
      return file.sources.map((entry) => ({
        entry,
        madeOf: JSON.stringify([entry, currency, timeZone, credit, keyChanges, peopleText(entry, file)]),
      }))
    },
    start: startRunner,
    forget: (id) => parts.store.remove(id),
    look: tellPast,
    onError: (error) => parts.onError('the sources cannot be read at the moment', error),
  })

  const thisMonth = (connector: Connector, source: string) => ({
    connector,
    source,
    floor,
    turns,
    day: floor.numbers().model.roster.floorZone.dayAt(now()),
  })

  const matchPeople = (owners: readonly VendorOwner[]): TriedSource['people'] => {
    const { find } = floor.numbers().model.roster
    const active = owners.filter(({ active: isActive }) => isActive)
    const unknown = active.filter(
      ({ id, email, name }) => find(email ?? '') === null && find(id) === null && find(name) === null,
    )
    return {
      matched: active.length - unknown.length,
      of: active.length,
      unknown: unknown.map(({ name, email }) => ({ name: name || (email ?? ''), email })),
    }
  }

  const orTrouble = async <T>(asked: Promise<T>): Promise<T | SourceTrouble> => {
    try {
      return await asked
    } catch (error) {
      if (error instanceof SourceTrouble) return error
      throw error
    }
  }

  return {
    answer: () => ({
      tiles: SourceVendor.options.map((vendor) => {
        const { name, keys, address, reads, scopes, recurs = false, converts = false } = vendors[vendor]
        return {
          vendor,
          name,
          reads: [...reads],
          keys: keys.map(({ id, kind, optional }) => ({ id, kind, optional })),
          address,
          recurs,
          converts,
          scopes: scopes.map(({ scope, why, needed, of = null }) => ({
            ...{ scope, why, needed },
            of: of === null ? null : [...of],
          })),
        }
      }),
      sources: floor.current().file.sources.flatMap(({ id }) => runners.get(id)?.health() ?? []),
    }),
    tryOut: async ({ settings, keys: given }) => {
      const vendor = vendors[settings.vendor]
      const nothing: TriedSource = {
        rights: vendor.scopes
          .filter(({ of = null }) => of === null || of.some((object) => settings.reads.includes(object)))
          .map(({ scope, why, needed }) => ({ scope, why, needed, granted: null })),
        trouble: null,
        people: { matched: 0, of: 0, unknown: [] },
        pipelines: [],
        period: null,
      }
      const keys = given ?? keptKeys(settings)
      if (keys === null) return { ...nothing, trouble: 'No key is kept for it: paste one.' }
      const connector = connect(settings, keys)
      const rights = await orTrouble(connector.rights())
      if (rights instanceof SourceTrouble) return { ...nothing, trouble: inWords(rights) }
      const tried = { ...nothing, rights: [...rights] }
      if (rights.some(({ needed, granted }) => needed && granted === false)) return tried
      const source = sourceOf(settings)
      const hasDeals = settings.reads.includes('deals') && vendor.reads.includes('deals')
      const rest = await orTrouble(
        (async () => ({
          people: matchPeople(await connector.owners()),
          pipelines: hasDeals ? [...(await connector.pipelines())] : [],
          won: hasDeals ? await wonThere(thisMonth(connector, source)) : null,
        }))(),
      )
      if (rest instanceof SourceTrouble) return { ...tried, trouble: inWords(rest) }
      const { people, pipelines, won } = rest
      return {
        ...tried,
        people,
        pipelines,
        period: won && {
          label: won.label,
          theirs: won.theirs,
          ours: totalsOf(won.won.values()),
          refused: won.refused.slice(0, mostNamed),
        },
      }
    },
    setKeys: async (id, given) => {
      await secrets.set(secretOf(id), keysText(given))
      keyChanges += 1
    },
    removeKeys: async (id) => {
      if (!secrets.names().includes(secretOf(id))) return false
      await secrets.remove(secretOf(id))
      keyChanges += 1
      // What goes afterwards does not come back.
      await runners.sync()
      return true
    },
    act: async (id, action) => {
      await runners.sync()
      const known = runners.get(id)
      if (known === undefined) return false
      known.act(action)
      return true
    },
    difference: async (id) => {
      const settings = floor.current().file.sources.find((each) => each.id === id)
      const keys = settings === undefined ? null : keptKeys(settings)
      if (settings === undefined || keys === null) return null
      const difference = await wonDifference({
        ...thisMonth(connect(settings, keys), sourceOf(settings)),
        log,
      })
      runners.get(id)?.noteCompared(difference)
      return difference
    },
    run: runners.run,
    close: async () => {
      await runners.close()
      parts.store.close()
    },
  }
}
