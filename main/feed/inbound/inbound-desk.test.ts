import { expect, test } from 'vitest'
import { FloorFile } from '../../../shared/wire/floor.ts'
import { LogUnavailable } from '../store/log.ts'
import { openSqliteInboundStore } from '../store/sqlite/sqlite-inbound-store.ts'
import { createTurns } from '../turns.ts'
import { mostWaiting, openInboundDesk } from './inbound-desk.ts'

const file = FloorFile.parse({
  floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' },
  inbound: [
    {
      id: 'zapier',
      name: 'Zapier',
      mapping: {
        type: 'activity',
        id: 'id',
        fields: { kind: { constant: 'call' }, at: 'at' },
        credits: [{ rep: 'rep' }],
      },
    },
  ],
})

const openDesk = (submit: () => Promise<never>) =>
  openInboundDesk({
    floor: {
      current: () => ({ version: 1, text: '', file }),
      refuse: () => null,
      submit,
      faultWords: () => expect.unreachable('nothing is counted'),
    },
    store: openSqliteInboundStore({ file: ':memory:', onDamage: () => undefined }),
    secrets: {
      get: () => 'the end of the address',
      names: () => [],
      set: async () => undefined,
      remove: async () => undefined,
    },
    clock: { now: () => 0 },
    turns: createTurns(),
    origin: () => 'http://floor.test',
    refused: { note: () => undefined },
    onError: (what) => expect.unreachable(what),
  })

const body = Buffer.from('{"id":1,"at":"2026-11-20T15:02:10Z","rep":"ana"}')
const asked = { headers: {}, key: 'the end of the address', body }

test('[N44] while nothing can be written, what comes is kept, up to so many; the next ones are to be sent later', async () => {
  const desk = openDesk(() => Promise.reject(new LogUnavailable('the disk is full')))
  const taken = Array.from({ length: mostWaiting + 2 }, () => desk.take('zapier', asked, 'application/json'))
  expect(taken.filter((each) => each === 'taken')).toHaveLength(mostWaiting)
  expect(taken.slice(mostWaiting)).toEqual(['too-many', 'too-many'])
  await desk.settled()
  expect(desk.list().sources).toMatchObject([{ waiting: mostWaiting, fault: null }])
  await desk.close()
})
