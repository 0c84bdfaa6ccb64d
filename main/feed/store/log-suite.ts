// What every log must do, whatever it is kept in. Each implementation's test calls this with its own way to open.
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { StoredFact } from '../../../shared/domain/facts/stored-fact.ts'
import { sameFact } from '../../../shared/domain/facts/stored-fact.ts'
import { Fact } from '../../../shared/wire/fact.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { Decide, FactWrite, Log, LogEntry } from './log.ts'
import { StaleFloor } from './log.ts'

/** A place that logs can be opened in one after the other, as after a restart. */
export interface LogHome {
  open(decide: Decide): Log
  remove(): void
}

const decide: Decide = (before, { fact, receivedAt }) => {
  if (fact === null) return null
  return before && sameFact(before.fact, fact) ? before : { fact, history: [], receivedAt }
}

const call = (id: string, kind = 'call', source = 'dialer'): Fact =>
  Fact.parse({ source, id, type: 'activity', kind, at: '2026-11-20T15:02:10Z', credits: [{ rep: 'priya' }] })

const put = (fact: Fact): FactWrite => ({ source: fact.source, id: fact.id, fact, receivedAt: 1 })
const withdraw = (id: string, source = 'dialer'): FactWrite => ({ source, id, fact: null, receivedAt: 2 })
const standing = (log: Log): Fact[] => [...log.facts()].map((stored) => stored.fact)

export const describeLog = (name: string, createHome: () => LogHome) =>
  describe(`a log on ${name}`, () => {
    const homes: LogHome[] = []
    const logs: Log[] = []
    const home = (): LogHome => {
      const created = createHome()
      homes.push(created)
      return created
    }
    const open = (place = home()): Log => {
      const log = place.open(decide)
      logs.push(log)
      return log
    }
    afterEach(() => {
      for (const log of logs.splice(0)) log.close()
      for (const place of homes.splice(0)) place.remove()
    })

    test('a new log is empty', () => {
      const log = open()
      expect([log.lastSeq, log.factCount, log.floor, [...log.facts()], [...log.entriesAfter(0)]]).toEqual([
        0,
        0,
        null,
        [],
        [],
      ])
    })

    test('what was appended is there after a restart, in order, each entry with what was there before', async () => {
      const place = home()
      const log = open(place)
      await log.append([put(call('a')), put(call('b'))])
      await log.append([put(call('a', 'email')), withdraw('b')])
      log.close()
      const again = open(place)
      expect(standing(again)).toEqual([call('a', 'email')])
      expect([again.lastSeq, again.factCount]).toEqual([4, 1])
      expect(again.head('dialer', 'a')?.fact).toEqual(call('a', 'email'))
      expect(again.head('dialer', 'b')).toBeNull()
      const told = [...again.entriesAfter(1)].map((entry) =>
        entry.kind === 'fact'
          ? [entry.seq, entry.at, entry.before?.fact ?? null, entry.after?.fact ?? null]
          : [],
      )
      expect(told).toEqual([
        [2, 1, null, call('b')],
        [3, 1, call('a'), call('a', 'email')],
        [4, 2, call('b'), null],
      ])
    })

    test('sending the same again changes nothing, and says so with the last number', async () => {
      const log = open()
      await log.append([put(call('a'))])
      expect(await log.append([put(call('a')), withdraw('never')])).toEqual([
        { changed: false, seq: 1 },
        { changed: false, seq: 1 },
      ])
      expect(log.lastSeq).toBe(1)
    })

    test('the same key twice in one request: the last one wins, and both are told in order', async () => {
      const log = open()
      const outcomes = await log.append([
        put(call('a')),
        withdraw('a'),
        put(call('a', 'demo')),
        put(call('a', 'demo')),
      ])
      expect(outcomes.map(({ changed, seq }) => [changed, seq])).toEqual([
        [true, 1],
        [true, 2],
        [true, 3],
        [false, 3],
      ])
      expect(standing(log)).toEqual([call('a', 'demo')])
    })

    test('a key withdrawn and sent again in one transaction stands', async () => {
      const place = home()
      const log = open(place)
      await log.append([put(call('a')), put(call('b'))])
      await Promise.all([log.append([withdraw('a'), withdraw('b')]), log.append([put(call('a', 'demo'))])])
      log.close()
      expect(standing(open(place))).toEqual([call('a', 'demo')])
    })

    test('a promise resolves after the listeners have seen its entries: in order, each exactly once', async () => {
      const log = open()
      const seen: number[] = []
      log.onCommit((entries: readonly LogEntry[]) => seen.push(...entries.map((entry) => entry.seq)))
      await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const [outcome] = await log.append([put(call(`c-${index}`))])
          expect(seen).toContain(outcome?.seq)
        }),
      )
      expect(seen).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    })

    test('a batch larger than one commit keeps its order', async () => {
      const log = open()
      const many = Array.from({ length: 5000 }, (_, index) => put(call(`c-${index}`)))
      const outcomes = await Promise.all([log.append(many), log.append([put(call('after'))])])
      expect(outcomes[0].at(-1)?.seq).toBe(5000)
      expect(outcomes[1]).toEqual([{ changed: true, seq: 5001 }])
      expect(standing(log).length).toBe(5001)
    })

    test('a floor is kept as it was written, and a stale edit is refused', async () => {
      const place = home()
      const log = open(place)
      const first = await log.appendFloor('floor: # ours\n', 10, 0)
      await log.append([put(call('a'))])
      await expect(log.appendFloor('late', 11, 0)).rejects.toBeInstanceOf(StaleFloor)
      const racing = await Promise.allSettled([
        log.appendFloor('second', 12, first.seq),
        log.appendFloor('third', 13, first.seq),
      ])
      expect(racing.map((result) => result.status)).toEqual(['fulfilled', 'rejected'])
      log.close()
      const again = open(place)
      expect(again.floor).toEqual({ kind: 'floor', seq: 3, at: 12, text: 'second' })
      expect([...again.entriesAfter(0)].map((entry) => entry.kind)).toEqual(['floor', 'fact', 'floor'])
    })

    test('a snapshot comes back whole, and only to its own log', async () => {
      const [place, other] = [home(), home()]
      const log = open(place)
      expect(log.loadSnapshot()).toBeNull()
      await log.append([put(call('a'))])
      log.saveSnapshot(Uint8Array.of(1, 2, 3))
      log.close()
      expect([...(open(place).loadSnapshot() ?? [])]).toEqual([1, 2, 3])
      expect(open(other).loadSnapshot()).toBeNull()
    })

    test('names such as __proto__ are data, in keys and in fields', async () => {
      const place = home()
      const log = open(place)
      const fields: unknown = JSON.parse('{"__proto__": "kept", "constructor": 1}')
      const fact = Fact.parse({ ...call('__proto__', 'call', 'constructor'), fields })
      await log.append([put(fact)])
      log.close()
      const read = open(place).head('constructor', '__proto__')?.fact.fields ?? {}
      expect(Object.getPrototypeOf(read)).toBeNull()
      expect(Object.entries(read)).toEqual([
        ['__proto__', 'kept'],
        ['constructor', 1],
      ])
    })

    test('a fact kept in its source’s own words is the same fact', async () => {
      const place = home()
      const log = open(place)
      const text = `{ "type":"activity", "credits":[{"rep":"\\u00e9lo\\u00efse"}], "kind":"call",
        "fields":{"b":1e2, "__proto__":"kept", "a":"\\ud800"}, "at":"2026-11-20", "id":"a", "source":"dialer" }`
      const fact = Fact.parse(JSON.parse(text))
      await log.append([{ ...put(fact), text }])
      log.close()
      const again = open(place)
      const read = again.head('dialer', 'a')
      expect(read?.fact).toEqual(fact)
      expect(read?.receivedAt).toBe(1)
      expect(await again.append([put(fact)])).toEqual([{ changed: false, seq: 1 }])
    })

    test('for any sequence of writes, what stands equals a map that was told the same', async () => {
      const text = fc.oneof(
        fc.constantFrom('a', 'b', '\u0000', '\ud800', '\udfff', '["', '"]'),
        fc.string({ unit: 'binary' }),
      )
      const write = fc.tuple(text, text, fc.constantFrom('call', 'email', null))
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(write, { maxLength: 12 }), { maxLength: 8 }), async (batches) => {
          const place = home()
          const log = open(place)
          const model = new Map<string, string>()
          const appended = batches.map((batch) => {
            const writes = batch.map(([source, id, kind]) => {
              model.delete(JSON.stringify([source, id]))
              if (kind !== null) model.set(JSON.stringify([source, id]), kind)
              const fact: Fact | null = kind === null ? null : { ...call('x', kind), source, id }
              return { source, id, fact, receivedAt: 5 }
            })
            return log.append(writes)
          })
          await Promise.all(appended)
          log.close()
          const again = open(place)
          const read = [...again.facts()].map((stored: StoredFact): [string, string] => [
            JSON.stringify([stored.fact.source, stored.fact.id]),
            stored.fact.type === 'activity' ? stored.fact.kind : '',
          ])
          expect(new Map(read)).toEqual(model)
          expect(again.factCount).toBe(model.size)
          again.close()
        }),
        { numRuns: propertyRuns(10) },
      )
    })
  })
