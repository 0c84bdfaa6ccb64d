// What every store must do, whatever it is kept in. Each implementation's test calls this with its own way to open.
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { decideFact } from '../../../shared/domain/facts/deal-history.ts'
import { type StoredFact, sameFact } from '../../../shared/domain/facts/stored-fact.ts'
import { Fact } from '../../../shared/wire/fact.ts'
import { anyLetter } from '../../../test/any-letter.ts'
import { propertyRuns } from '../../../test/property-runs.ts'
import type { Decide, FactWrite, Log, LogEntry, RecordWrite } from './log.ts'
import { EditRefused, StaleFloor } from './log.ts'
import type { Store } from './store.ts'

/** A place that a store can be opened in again and again, as after a restart. */
export interface StoreHome {
  open(decide: Decide): Promise<Store>
  remove(): void | Promise<void>
}

const decide: Decide = (before, { fact, receivedAt }) => {
  if (fact === null) return null
  return before && sameFact(before.fact, fact) ? before : { fact, history: [], receivedAt }
}

const call = (id: string, kind = 'call', source = 'dialer'): Fact =>
  Fact.parse({ source, id, type: 'activity', kind, at: '2026-11-20T15:02:10Z', credits: [{ rep: 'priya' }] })

const put = (fact: Fact): FactWrite => ({
  source: fact.source,
  id: fact.id,
  fact,
  receivedAt: 1,
  by: 'dialer',
})
const withdraw = (id: string, source = 'dialer'): FactWrite => ({
  source,
  id,
  fact: null,
  receivedAt: 2,
  by: 'dialer',
})
const record = (topic: string, cause: string, body: unknown): RecordWrite => ({
  topic,
  cause,
  body,
  at: 3,
  by: 'rule',
})
const floorOf = (text: string, at: number) => ({ text, at, by: 'manager' })

const entriesAfter = async (log: Log, seq: number): Promise<LogEntry[]> => {
  const entries: LogEntry[] = []
  for await (const page of log.entriesAfter(seq)) entries.push(...page)
  return entries
}
const pagesOf = async (log: Log, source: string): Promise<(readonly StoredFact[])[]> => {
  const pages: (readonly StoredFact[])[] = []
  for await (const page of log.factsOf(source)) pages.push(page)
  return pages
}
/** Every fact that stands, in the order of their last entries. */
const standing = async (log: Log): Promise<Fact[]> => {
  const facts = new Map<string, Fact>()
  for (const entry of await entriesAfter(log, 0)) {
    if (entry.kind !== 'fact') continue
    const fact = (entry.after ?? entry.before)?.fact
    const key = JSON.stringify([fact?.source, fact?.id])
    facts.delete(key)
    if (entry.after) facts.set(key, entry.after.fact)
  }
  return [...facts.values()]
}

export const describeStore = (name: string, createHome: () => StoreHome) =>
  describe(`a store on ${name}`, () => {
    const homes: StoreHome[] = []
    const logs: Log[] = []
    const home = (): StoreHome => {
      const created = createHome()
      homes.push(created)
      return created
    }
    const openStore = async (place = home()): Promise<Store> => {
      const store = await place.open(decide)
      logs.push(store.log)
      return store
    }
    const open = async (place = home()): Promise<Log> => (await openStore(place)).log
    afterEach(async () => {
      for (const log of logs.splice(0)) await log.close()
      for (const place of homes.splice(0)) await place.remove()
    })

    test('a new log is empty', async () => {
      const log = await open()
      expect([log.lastSeq, log.factCount, log.floor]).toEqual([0, 0, null])
      expect(await entriesAfter(log, 0)).toEqual([])
    })

    test('what was appended is there after a restart, in order, each entry with what was there before', async () => {
      const place = home()
      const log = await open(place)
      await log.append([put(call('a')), put(call('b'))])
      await log.append([put(call('a', 'email')), withdraw('b')])
      await log.close()
      const again = await open(place)
      expect(await standing(again)).toEqual([call('a', 'email')])
      expect([again.lastSeq, again.factCount]).toEqual([4, 1])
      const found = (await entriesAfter(again, 1)).map((entry) =>
        entry.kind === 'fact'
          ? [entry.seq, entry.at, entry.by, entry.before?.fact ?? null, entry.after?.fact ?? null]
          : [],
      )
      expect(found).toEqual([
        [2, 1, 'dialer', null, call('b')],
        [3, 1, 'dialer', call('a'), call('a', 'email')],
        [4, 2, 'dialer', call('b'), null],
      ])
    })

    test('sending the same again changes nothing, and says so with the last number', async () => {
      const log = await open()
      await log.append([put(call('a'))])
      expect(await log.append([put(call('a')), withdraw('never')])).toEqual([
        { changed: false, seq: 1 },
        { changed: false, seq: 1 },
      ])
      expect(log.lastSeq).toBe(1)
    })

    test('[F22] what is withdrawn is known by its versions, over a restart and within one transaction', async () => {
      const place = home()
      const versioned = (id: string, version: number): FactWrite => put(Fact.parse({ ...call(id), version }))
      const openOrdered = async (): Promise<Log> => {
        const { log } = await place.open((before, write, _floor, withdrawn) =>
          decideFact(before, write, [], withdrawn),
        )
        logs.push(log)
        return log
      }
      const log = await openOrdered()
      await log.append([versioned('a', 5), versioned('b', 5)])
      const [gone, late] = await log.append([withdraw('a'), versioned('a', 4)])
      expect([gone, late]).toEqual([
        { changed: true, seq: 4 },
        { changed: false, late: true, seq: 4 },
      ])
      expect(await log.append([{ ...withdraw('c'), version: 3 }])).toEqual([{ changed: false, seq: 5 }])
      await log.close()

      const again = await openOrdered()
      expect([again.lastSeq, again.factCount]).toEqual([5, 1])
      const outcomes = await again.append([
        versioned('a', 4),
        versioned('b', 4),
        versioned('c', 3),
        versioned('c', 4),
        versioned('a', 5),
        withdraw('a'),
        versioned('a', 4),
      ])
      expect(outcomes.map(({ changed, late: isLate }) => [changed, isLate ?? false])).toEqual([
        [false, true],
        [false, true],
        [false, true],
        [true, false],
        [true, false],
        [true, false],
        [false, true],
      ])
      expect(again.factCount).toBe(2)
    })

    test('the same key twice in one request: the last one wins, and all are announced in order', async () => {
      const log = await open()
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
      expect(await standing(log)).toEqual([call('a', 'demo')])
    })

    test('a key withdrawn and sent again in one transaction stands', async () => {
      const place = home()
      const log = await open(place)
      await log.append([put(call('a')), put(call('b'))])
      await Promise.all([log.append([withdraw('a'), withdraw('b')]), log.append([put(call('a', 'demo'))])])
      await log.close()
      expect(await standing(await open(place))).toEqual([call('a', 'demo')])
    })

    test('a promise resolves after the listeners have seen its entries: in order, each exactly once', async () => {
      const log = await open()
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
      const log = await open()
      const many = Array.from({ length: 5000 }, (_, index) => put(call(`c-${index}`)))
      const outcomes = await Promise.all([log.append(many), log.append([put(call('after'))])])
      expect(outcomes[0].at(-1)?.seq).toBe(5000)
      expect(outcomes[1]).toEqual([{ changed: true, seq: 5001 }])
      expect((await standing(log)).length).toBe(5001)
    })

    test('a floor is kept as it was written, and a stale edit is refused', async () => {
      const place = home()
      const log = await open(place)
      const first = await log.appendFloor(floorOf('floor: # ours\n', 10), 0)
      await log.append([put(call('a'))])
      await expect(log.appendFloor(floorOf('late', 11), 0)).rejects.toBeInstanceOf(StaleFloor)
      const racing = await Promise.allSettled([
        log.appendFloor(floorOf('second', 12), first.seq),
        log.appendFloor(floorOf('third', 13), first.seq),
      ])
      expect(racing.map((result) => result.status)).toEqual(['fulfilled', 'rejected'])
      await log.close()
      const again = await open(place)
      expect(again.floor).toEqual({ kind: 'floor', seq: 3, at: 12, by: 'manager', text: 'second' })
      expect(again.factCount).toBe(1)
      expect((await entriesAfter(again, 0)).map((entry) => entry.kind)).toEqual(['floor', 'fact', 'floor'])
    })

    test('[F76] floors are read backwards, whatever lies between them', async () => {
      const place = home()
      const log = await open(place)
      expect(await log.floorsBefore(null, 10)).toEqual([])
      for (let at = 1; at <= 5; at += 1) {
        await log.appendFloor(floorOf(`floor ${at}`, at), null)
        await log.append([put(call(`a-${at}`)), put(call(`b-${at}`))])
      }
      const texts = async (before: number | null, most: number): Promise<string[]> =>
        (await log.floorsBefore(before, most)).map(({ text }) => text)
      expect(await texts(null, 2)).toEqual(['floor 5', 'floor 4'])
      expect(await texts(null, 99)).toEqual(['floor 5', 'floor 4', 'floor 3', 'floor 2', 'floor 1'])
      // Before a floor, before a fact, before everything.
      expect(await texts(10, 2)).toEqual(['floor 3', 'floor 2'])
      expect(await texts(9, 1)).toEqual(['floor 3'])
      expect([await texts(1, 9), await texts(99, 1)]).toEqual([[], ['floor 5']])
      expect(await log.floorsBefore(4, 1)).toEqual([
        { kind: 'floor', seq: 1, at: 1, by: 'manager', text: 'floor 1' },
      ])
      await log.close()
      const again = await open(place)
      expect(await again.floorsBefore(null, 9)).toHaveLength(5)
    })

    test('a write is decided on the floor that stands at its place in the log', async () => {
      const floors: [string, string | undefined][] = []
      const store = await home().open((before, write, floor) => {
        floors.push([write.id, floor?.text])
        return decide(before, write, floor, null)
      })
      logs.push(store.log)
      const { log } = store
      await Promise.all([
        log.append([put(call('a'))]),
        log.appendFloor(floorOf('first', 1), null),
        log.append([put(call('b'))]),
        log.appendFloor(floorOf('second', 2), null),
        log.append([put(call('c'))]),
      ])
      expect(floors).toEqual([
        ['a', undefined],
        ['b', 'first'],
        ['c', 'second'],
      ])
    })

    test('[F40] a write that the floor at its place refuses changes nothing, and its sender is told why', async () => {
      const place = home()
      const store = await place.open((before, write, floor, withdrawn) =>
        floor?.text === 'closed' && write.fact !== null
          ? { refused: `no ${write.id}` }
          : decide(before, write, floor, withdrawn),
      )
      logs.push(store.log)
      const { log } = store
      const [before, , after, gone] = await Promise.all([
        log.append([put(call('a'))]),
        log.appendFloor(floorOf('closed', 1), null),
        log.append([put(call('a', 'email')), put(call('b'))]),
        log.append([withdraw('a')]),
      ])
      expect(before).toEqual([{ changed: true, seq: 1 }])
      expect(after).toEqual([
        { changed: false, seq: 2, refused: 'no a' },
        { changed: false, seq: 2, refused: 'no b' },
      ])
      expect(gone).toEqual([{ changed: true, seq: 3 }])
      expect([log.factCount, (await entriesAfter(log, 0)).length]).toEqual([0, 3])
    })

    test('[F41] an edit is held against all that came between its check and its place, and may be refused by it', async () => {
      const log = await open()
      await log.append([put(call('a')), put(call('b'))])
      const seen: (readonly number[])[] = []
      const check = (upTo: number, refusal: string | null) => ({
        upTo,
        refuse: (since: readonly LogEntry[]) => {
          seen.push(since.map(({ seq }) => seq))
          return refusal
        },
      })
      const floors = await Promise.allSettled([
        log.append([put(call('c'))]),
        log.appendFloor(floorOf('refused', 1), null, check(1, 'too late')),
        log.append([put(call('d'))]),
        log.appendFloor(floorOf('taken', 2), null, check(2, null)),
      ])
      expect(seen).toEqual([
        [2, 3],
        [3, 4],
      ])
      expect(floors[1]).toMatchObject({ status: 'rejected', reason: new EditRefused('too late') })
      expect(floors[3]).toMatchObject({ status: 'fulfilled', value: { seq: 5, text: 'taken' } })
      expect(log.floor?.text).toBe('taken')
    })

    test('of the records with one topic and cause the first stands, also after a restart', async () => {
      const place = home()
      const log = await open(place)
      const won = record('celebration', 'crm:42', { amount: 1 })
      expect(await log.appendRecords([won, { ...won, body: 'again' }])).toEqual([
        { changed: true, seq: 1 },
        { changed: false, seq: 1 },
      ])
      const racing = await Promise.all([
        log.appendRecords([record('message', 'crm:42', null)]),
        log.appendRecords([record('message', 'crm:42', 'late'), record('message', '\ud800\u0000', [])]),
      ])
      expect(racing.flat().map(({ changed }) => changed)).toEqual([true, false, true])
      await log.close()
      const again = await open(place)
      expect((await again.appendRecords([won]))[0]).toEqual({ changed: false, seq: 3 })
      expect(await entriesAfter(again, 0)).toEqual([
        { kind: 'record', seq: 1, ...won },
        { kind: 'record', seq: 2, ...record('message', 'crm:42', null) },
        { kind: 'record', seq: 3, ...record('message', '\ud800\u0000', []) },
      ])
      expect([again.factCount, again.floor]).toEqual([0, null])
    })

    test('the records of a topic are found without the rest of the log, and so is the fact under a key', async () => {
      const place = home()
      const log = await open(place)
      expect([await log.recordsOf('celebration', 9), await log.standingFact('dialer', 'a')]).toEqual([
        [],
        null,
      ])
      await log.append([put(call('a'))])
      await log.appendRecords(['1', '2', '3'].map((cause) => record('celebration', cause, cause)))
      await log.appendRecords([record('celebration-end', '1', null), record('celebratio', '1', null)])
      await log.append([put(call('b'))])
      await log.append([withdraw('b')])
      await log.close()
      const again = await open(place)
      expect((await again.recordsOf('celebration', 2)).map(({ seq, body }) => [seq, body])).toEqual([
        [4, '3'],
        [3, '2'],
      ])
      expect(await again.recordsOf('celebration-end', 9)).toHaveLength(1)
      expect((await again.standingFact('dialer', 'a'))?.fact).toMatchObject({ id: 'a' })
      expect(await again.standingFact('dialer', 'b')).toBeNull()
    })

    test('what stands under a key is found with its withdrawal, a record by its cause, and a source’s facts by their ids', async () => {
      const place = home()
      const log = await open(place)
      const versioned = Fact.parse({ ...call('b'), version: 7 })
      const ids = Array.from({ length: 1500 }, (_, index) => `n${String(index).padStart(4, '0')}`)
      await log.append([put(call('z')), put(versioned), ...ids.map((id) => put(call(id)))])
      await log.append([put(call('x', 'call', 'dialer,')), put(call('x', 'call', 'dial')), withdraw('b')])
      await log.appendRecords([record('import', '1f2e3d4c', { name: 'deals.csv' })])
      await log.close()
      const again = await open(place)
      expect(await again.standing(['z', 'b', 'nobody'].map((id) => ({ source: 'dialer', id })))).toEqual([
        { stored: expect.objectContaining({ fact: call('z') }), withdrawn: null },
        { stored: null, withdrawn: { stood: [7], withdrawn: [] } },
        { stored: null, withdrawn: null },
      ])
      const pages = await pagesOf(again, 'dialer')
      expect(pages.map((page) => page.length)).toEqual([1000, 501])
      expect(pages.flat().map(({ fact: { id } }) => id)).toEqual([...ids, 'z'])
      expect((await pagesOf(again, 'dial')).flat()).toHaveLength(1)
      expect(await pagesOf(again, 'nobody')).toEqual([])
      expect(await again.recordUnder('import', '1f2e3d4c')).toMatchObject({ body: { name: 'deals.csv' } })
      expect(await again.recordUnder('import', 'other')).toBeNull()
    })

    test('a record that cannot be written fails alone, and is heard as it will be read again', async () => {
      const log = await open()
      const heard: LogEntry[] = []
      log.onCommit((entries) => heard.push(...entries))
      const results = await Promise.allSettled([
        log.append([put(call('a'))]),
        log.appendRecords([record('message', 'unwritable', { amount: 1n })]),
        log.appendRecords([record('message', 'dated', { on: new Date(0), left: undefined })]),
      ])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(heard).toEqual(await entriesAfter(log, 0))
    })

    test('facts, floors and records lie in one order, and none takes the place of another', async () => {
      const log = await open()
      const kinds: string[] = []
      log.onCommit((entries) => kinds.push(...entries.map(({ kind }) => kind)))
      await Promise.all([
        log.append([put(call('floor'))]),
        log.appendRecords([record('floor', 'floor', 1)]),
        log.appendFloor(floorOf('floor', 1), 0),
        log.append([withdraw('floor')]),
      ])
      expect(kinds).toEqual(['fact', 'record', 'floor', 'fact'])
      expect((await entriesAfter(log, 0)).map(({ kind }) => kind)).toEqual(kinds)
    })

    test('a page of entries is never longer than 1,000, and a reader may stop at any', async () => {
      const log = await open()
      await log.append(Array.from({ length: 2500 }, (_, index) => put(call(`c-${index}`))))
      const sizes: number[] = []
      for await (const page of log.entriesAfter(0)) sizes.push(page.length)
      expect(sizes).toEqual([1000, 1000, 500])
      for await (const page of log.entriesAfter(10)) {
        expect(page[0]?.seq).toBe(11)
        break
      }
      expect(await log.append([put(call('after'))])).toEqual([{ changed: true, seq: 2501 }])
    })

    test('a snapshot comes back whole, and only to its own log', async () => {
      const [place, other] = [home(), home()]
      const { log, snapshots } = await openStore(place)
      expect(await snapshots.load()).toBeNull()
      await log.append([put(call('a'))])
      await snapshots.save({ seq: 1, bytes: Uint8Array.of(1, 2, 3) })
      await log.close()
      const again = await (await openStore(place)).snapshots.load()
      expect([again?.seq, ...(again?.bytes ?? [])]).toEqual([1, 1, 2, 3])
      expect(await (await openStore(other)).snapshots.load()).toBeNull()
    })

    test('names such as __proto__ are data, in keys and in fields', async () => {
      const place = home()
      const log = await open(place)
      const fields: unknown = JSON.parse('{"__proto__": "kept", "constructor": 1}')
      const fact = Fact.parse({ ...call('__proto__', 'call', 'constructor'), fields })
      await log.append([put(fact)])
      await log.close()
      const [read] = await standing(await open(place))
      const kept = read?.fields ?? {}
      expect(Object.getPrototypeOf(kept)).toBeNull()
      expect(Object.entries(kept)).toEqual([
        ['__proto__', 'kept'],
        ['constructor', 1],
      ])
    })

    test('a fact kept in its source’s own words is the same fact', async () => {
      const place = home()
      const log = await open(place)
      const text = `{ "type":"activity", "credits":[{"rep":"\\u00e9lo\\u00efse"}], "kind":"call",
        "fields":{"b":1e2, "__proto__":"kept", "a":"\\ud800"}, "at":"2026-11-20", "id":"a", "source":"dialer" }`
      const fact = Fact.parse(JSON.parse(text))
      await log.append([{ ...put(fact), text }])
      await log.close()
      const again = await open(place)
      expect(await standing(again)).toEqual([fact])
      expect(await again.append([put(fact)])).toEqual([{ changed: false, seq: 1 }])
    })

    test('for any sequence of writes, what stands equals a map that was given the same', async () => {
      const text = fc.oneof(
        fc.constantFrom('a', 'b', '\u0000', '\ud800', '\udfff', '["', '"]'),
        fc.string({ unit: anyLetter }),
      )
      const write = fc.tuple(text, text, fc.constantFrom('call', 'email', null))
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(write, { maxLength: 12 }), { maxLength: 8 }), async (batches) => {
          const place = home()
          const log = await open(place)
          const model = new Map<string, string>()
          const appended = batches.map((batch) => {
            const writes = batch.map(([source, id, kind]) => {
              model.delete(JSON.stringify([source, id]))
              if (kind !== null) model.set(JSON.stringify([source, id]), kind)
              const fact: Fact | null = kind === null ? null : { ...call('x', kind), source, id }
              return { source, id, fact, receivedAt: 5, by: 'test' }
            })
            return log.append(writes)
          })
          await Promise.all(appended)
          await log.close()
          const again = await open(place)
          const read = (await standing(again)).map((fact): [string, string] => [
            JSON.stringify([fact.source, fact.id]),
            fact.type === 'activity' ? fact.kind : '',
          ])
          expect(new Map(read)).toEqual(model)
          expect(again.factCount).toBe(model.size)
          await again.close()
        }),
        { numRuns: propertyRuns(5) },
      )
    })
  })
