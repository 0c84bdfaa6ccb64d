// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen as page, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { MeAnswer } from '../../../../shared/wire/accounts.ts'
import { FloorFile } from '../../../../shared/wire/floor.ts'
import type { UpdatesAnswer } from '../../../../shared/wire/updates.ts'
import { eventually } from '../../../../test/eventually.ts'
import { meQuery } from '../../api/queries.ts'
import { updatesQuery } from '../../api/updates.ts'
import { createQueries } from '../../query-client.ts'
import { Words } from '../../words/words.tsx'
import { TvPrograms } from './tv-programs.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const hour = 60 * 60_000
const at = Date.parse('2026-11-29T04:12:00Z')
const tv = (screen: string, version: string, updates = true) =>
  ({ screen, version, platform: 'linux-x64', updates, since: at, seenAt: at }) as const
const staged = {
  version: '0.3.0',
  platform: 'linux-x64',
  first: 'lobby',
  begunAt: at,
  firstSince: at,
  othersFrom: at + hour,
  isForAll: false,
}
const nothing: UpdatesAnswer = { offered: [], first: null, screens: [], staged: [], wentBack: [] }

const file = FloorFile.parse({
  floor: { name: 'Floor', timeZone: 'UTC', currency: 'USD' },
  boards: [],
  playlists: [],
  screens: [
    { id: 'lobby', name: 'Lobby' },
    { id: 'kitchen', name: 'Kitchen' },
    { id: 'stairs', name: 'Stairs' },
  ],
})

const show = (updates: Partial<UpdatesAnswer>, administers = true) => {
  const asked: [string, unknown][] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push([`${init.method ?? 'GET'} ${path}`, init.body])
    return Response.json(path.endsWith('/updates') ? { ...nothing, ...updates } : {})
  })
  const client = createQueries()
  client.setQueryData(updatesQuery.queryKey, { ...nothing, ...updates })
  client.setQueryData(
    meQuery.queryKey,
    MeAnswer.parse({
      account: null,
      setUp: 'done',
      floor: { name: 'Floor', locale: 'en-US', currency: 'USD', timeZone: 'UTC' },
      may: {
        look: true,
        edit: true,
        control: true,
        seeManagers: true,
        seeLeadership: true,
        administer: administers,
      },
      providers: [],
      canMail: false,
    }),
  )
  render(
    <QueryClientProvider client={client}>
      <Words locale="en-US" timeZone="UTC">
        <TvPrograms file={file} />
      </Words>
    </QueryClientProvider>,
  )
  return { asked, text: () => document.body.textContent ?? '' }
}

test('[S219] a floor of browsers alone has no word of versions', () => {
  expect(show({}).text()).toBe('')
})

test('[S219] which version each TV runs, and which are updated by hand', () => {
  const { text } = show({
    screens: [tv('lobby', '0.10.0'), tv('kitchen', '0.2.0'), tv('stairs', '0.2.0', false)],
  })
  expect(text()).toMatch(/0\.10\.0.*Lobby.*0\.2\.0.*Kitchen, Stairs.*Updated by hand: Stairs/)
})

test('[S219] what is on its way, and the button for those who may not wait', async () => {
  const { asked, text } = show({ screens: [tv('lobby', '0.3.0'), tv('kitchen', '0.2.0')], staged: [staged] })
  expect(text()).toContain(
    'Lobby runs it. If it still does at 5:12 AM, the others take it in the night after.',
  )
  fireEvent.click(page.getByRole('button', { name: 'All screens now' }))
  await eventually(() => expect(asked[0]).toEqual(['POST /api/v1/updates/all', '{"version":"0.3.0"}']))
})

test('[S219] who does not administer sees it, and has no buttons', () => {
  const { text } = show({ screens: [tv('lobby', '0.3.0'), tv('kitchen', '0.2.0')], staged: [staged] }, false)
  expect(text()).toContain('Version 0.3.0 is on its way')
  expect(page.queryAllByRole('button')).toEqual([])
})

test('[S219] which TV went back from which version, when and why', () => {
  const { text } = show({
    screens: [tv('lobby', '0.2.0')],
    wentBack: [{ screen: 'lobby', version: '0.3.0', at, why: 'not-painted' }],
  })
  expect(text()).toContain('Lobby went back from version 0.3.0')
  expect(text()).toContain(
    'Nov 29, 4:12 AM: it showed nothing within a minute of its start. No TV takes 0.3.0 any more.',
  )
})
