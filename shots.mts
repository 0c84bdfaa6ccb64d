import { chromium } from '@playwright/test'
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'
const require = createRequire('/tmp/w/cad/package.json')
const Database = require('libsql')
const base = process.env.BASE ?? 'http://127.0.0.1:4461'
const data = process.env.DATA ?? '/tmp/cad-demo'
const out = process.env.OUT ?? '/tmp/cad-shots'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] })
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
const page = await context.newPage()
page.setDefaultTimeout(20000)
page.on('pageerror', (e) => console.log('ERR', e.message))
const post = (path: string, json: object) => page.request.post(`${base}/api/v1${path}`, { headers: { origin: base }, data: json })
const me = await post('/first-admin', { name: 'Maya Lindqvist', email: 'maya@northwind.test', password: 'a wall for everybody' })
if (me.status() !== 200) await post('/sign-in', { email: 'maya@northwind.test', password: 'a wall for everybody' })
const db = new Database(`${data}/talks.db`)
const put = (talk: any) => db.prepare('INSERT OR REPLACE INTO talk VALUES (?,?,?,?,?)').run(talk.id, talk.person, Math.round(talk.at), talk.version, JSON.stringify(talk))
const now = Date.now(); const day = 86400000
const by = 'account:' + (await (await page.request.get(`${base}/api/v1/me`)).json()).account.id
const boards = ['floor-results','team-race','offices','latest-wins','pipeline-race','enterprise-bookings','mid-market-bookings','mid-market-last-week','pipeline-hygiene','enterprise-funnel']
for (let week = 5; week >= 1; week--) {
  const at = now - week * 7 * day + day
  put({ id: `seed-meeting-${week}`, person: 'cadence:monday-review', at, by, version: 2, kind: 'meeting', startedAt: at, lastAt: at + 38 * 60000, endedAt: at + 38 * 60000, leader: { id: by, name: 'Josephine Delacroix' }, screen: 'main-wall', board: 'enterprise-funnel', since: at, wallBoard: null,
    boards: boards.map((board, i) => ({ board, spentMs: [2, 8].includes(i) && week < 5 ? 1500 : 60000 + i * 9000, discussed: ![2, 8].includes(i) || week === 5 })) })
}
const head = (id: string, at: number) => ({ id, person: 'cadence:monday-review', at, by, version: 1 })
put({ ...head('seed-action-1', now - 6 * day), kind: 'action', what: 'Call the five deals that are past their close date, and write the new one down', owner: 'devon-achebe', dueOn: new Date(now - 2 * day).toISOString().slice(0, 10), step: null, done: null })
put({ ...head('seed-action-2', now - 6 * day), kind: 'action', what: 'Two more first meetings a day from Wednesday on', owner: null, dueOn: new Date(now + 4 * day).toISOString().slice(0, 10), step: null, done: null })
put({ ...head('seed-action-3', now - 6 * day), kind: 'action', what: 'Mateo shadows one of Aaliyah’s calls', owner: 'oluwaseun-adebayo', dueOn: null, step: null, done: { at: now - 3 * day, by } })
put({ ...head('seed-note-1', now - 6 * day + 60000), kind: 'note', text: 'Discounts above 10 % go over Joséphine’s desk until the end of the quarter.', changedAt: null })
put({ ...head('seed-note-2', now - 6 * day + 120000), kind: 'note', text: 'London’s pipeline is thin for January: Olúwaṣeun brings three names on Wednesday.', changedAt: null })
put({ id: 'seed-meeting-mw', person: 'cadence:mid-week-check', at: now - 12 * day, by, version: 2, kind: 'meeting', startedAt: now - 12 * day, lastAt: now - 12 * day + 15 * 60000, endedAt: now - 12 * day + 15 * 60000, leader: { id: by, name: 'Oluwaseun' }, screen: null, board: 'floor-results', since: now, wallBoard: null, boards: [{ board: 'enterprise-check-in', spentMs: 300000, discussed: true }] })
const settle = async () => { await page.waitForTimeout(Number(process.env.WAIT ?? 2500)) }
const shot = async (name: string, full = false) => { await settle(); await page.screenshot({ path: `${out}/${name}.png`, fullPage: full }) }
const scheme = (colorScheme: 'light' | 'dark') => page.emulateMedia({ colorScheme })
await post('/meetings/monday-review/end', {})
await page.goto(`${base}/console/meetings`); await shot('list')
await scheme('dark'); await shot('list-dark'); await scheme('light')
await page.goto(`${base}/console/meetings/monday-review`); await shot('before', true)
await page.setViewportSize({ width: 390, height: 844 })
await page.goto(`${base}/console/meetings`); await shot('phone-list', true)
await page.goto(`${base}/console/meetings/monday-review`); await shot('phone-before')
await post('/meetings/monday-review/begin', { id: `shot-${now}`, screen: 'main-wall' })
await page.goto(`${base}/console/meetings/monday-review`); await page.waitForTimeout(7000); await shot('phone-running')
await shot('phone-running-full', true)
await post('/meetings/monday-review/step', { to: 'offices', discussed: 'floor-results' })
await page.setViewportSize({ width: 1440, height: 900 })
await page.goto(`${base}/console/meetings/monday-review`); await page.waitForTimeout(7000); await shot('running')
await scheme('dark'); await shot('running-dark', true); await scheme('light')
await page.getByLabel('Agree on something').fill('Call Öresund'); await shot('running-form', true)
const pdf = await page.request.get(`${base}/api/v1/meetings/monday-review/sheet`)
writeFileSync(`${out}/sheet.pdf`, await pdf.body())
await post('/meetings/monday-review/notes', { id: `shot-note-${now}`, text: 'x' })
await page.waitForTimeout(3000)
await post('/meetings/monday-review/end', {})
await page.goto(`${base}/console/meetings/monday-review`); await shot('after', true)
await page.goto(`${base}/console/boards`); await page.waitForTimeout(3000); await shot('boards')
await browser.close()
