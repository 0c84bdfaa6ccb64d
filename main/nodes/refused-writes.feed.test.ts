// A database that refuses what lies beside the log of a floor, as a full disk does, while it answers everything else.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, type NodesHere, prepareNodes, through } from '../../test/nodes/nodes-here.ts'

const acme = 'acme.example'
const globex = 'globex.example'

let nodes: NodesHere
beforeAll(async () => {
  nodes = await prepareNodes([acme, globex])
  await nodes.inDatabase(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END $$`)
})
afterEach(() => nodes.endAll())
afterAll(() => nodes?.close())

const refuse = () =>
  nodes.inDatabase(
    'CREATE TRIGGER refuses BEFORE INSERT OR UPDATE ON beside FOR EACH ROW EXECUTE FUNCTION refuse()',
  )
const accept = () => nodes.inDatabase('DROP TRIGGER refuses ON beside')

test('[Q24] what somebody was told is not kept nobody finds, and what was there before is there', async () => {
  const one = await nodes.startOne()
  const here = through(one, acme)
  const admin = await nodes.adminOf(here, acme)
  const names = async (): Promise<string[]> => {
    const { status, body } = await admin.get('/api/v1/tokens')
    expect(status).toBe(200)
    return body.tokens.map(({ name }: { name: string }) => name)
  }
  const made = await admin.post('/api/v1/tokens', { name: 'kept', role: 'ingest' })
  expect(made.status).toBe(200)

  await refuse()
  // Rows of a database file, and a file that is replaced whole.
  const asked = await Promise.all([
    admin.post('/api/v1/invitations', { name: 'Jo Park', email: 'jo@northwind.test', role: 'manager' }),
    admin.post('/api/v1/tokens', { name: 'refused', role: 'ingest' }),
    admin.delete(`/api/v1/tokens/${made.body.id}`),
  ])
  expect(asked.map(({ status, body }) => [status, body.code])).toEqual(
    asked.map(() => [503, 'log-unavailable']),
  )
  // Whoever looks afterwards finds what the database has.
  expect(await names()).toEqual(['kept'])
  expect((await admin.get('/api/v1/invitations')).body).toEqual({ invitations: [] })

  // Asked again it is refused before anything is changed, and reading goes on.
  expect((await admin.post('/api/v1/tokens', { name: 'again', role: 'ingest' })).status).toBe(503)
  expect(await names()).toEqual(['kept'])

  await accept()
  await expect
    .poll(async () => (await admin.post('/api/v1/tokens', { name: 'at last', role: 'ingest' })).status)
    .toBe(200)
  expect(await names()).toEqual(['kept', 'at last'])
  // So says the next owner too.
  const two = await nodes.startOne()
  await nodes.end(one)
  const there = at(through(two, acme), admin)
  const found = await there.get('/api/v1/tokens')
  expect(found.body.tokens.map(({ name }: { name: string }) => name)).toEqual(['kept', 'at last'])
})
