import { expect, test } from 'vitest'
import { sayIn } from '../../../shared/domain/words/say.ts'
import { protocolVersion, tooManyTvs } from '../../../shared/wire/socket.ts'
import { notedOf, otherVersion, refusal, troubleOf } from './trouble.ts'

const say = sayIn('en')

test('who lacks a token is told to come with it', () => {
  expect(refusal('unauthorized', say)).toMatchObject({
    advice: expect.stringContaining('with its token'),
    note: 'Token refused',
  })
})

test('an unknown screen is told in the words of the feed, and nothing of tokens', () => {
  const { advice, note } = refusal('the floor file has no screen "lobby"; it has only "main"', say)
  expect(advice).toContain('The floor file has no screen "lobby"; it has only "main". Correct the name')
  expect(advice).not.toContain('token')
  expect(note).toBe('Screen refused')
})

test('[Q81] a TV beyond the limit is told what to do about it, in its language', () => {
  const { headline, advice, note } = refusal(tooManyTvs, say)
  expect(headline).toBe('This floor is on as many TVs as it may be')
  expect(advice).toContain('Switch off a TV that nobody needs')
  expect(note).toBe('As many TVs as it may have')
  expect(refusal(tooManyTvs, sayIn('de')).headline).toContain('so vielen Fernsehern')
})

test('of two versions the older one is told apart, with where to update', () => {
  const newer = otherVersion({ protocol: protocolVersion + 1, build: 'b' }, say)
  expect(newer.headline).toBe('This screen is older than its feed')
  expect(newer.advice).toContain('Update Floorboard on this screen')
  const older = otherVersion({ protocol: protocolVersion - 1, build: 'b' }, say)
  expect(older.headline).toBe('The feed is older than this screen')
  expect(older.advice).toContain('on the machine where the feed runs')
  for (const feed of [null, { protocol: protocolVersion, build: 'b' }])
    expect(otherVersion(feed, say).headline).toBe('This screen cannot read what the feed sends')
})

test('[S140] a certificate that is not taken is told with its fingerprint and what to compare it with', () => {
  const gone = { state: 'gone', since: 0, refused: null } as const
  const pinned = troubleOf({ ...gone, certificate: { fingerprint: 'AB:CD', isPinned: true } }, say)
  expect(pinned?.headline).toBe('This is not the feed that this screen was set up for')
  expect(pinned?.advice).toContain('fingerprint AB:CD. If the feed prints the same')
  const unvouched = troubleOf({ ...gone, certificate: { fingerprint: 'AB:CD', isPinned: false } }, say)
  expect(unvouched?.headline).toBe('Nobody vouches for the certificate of this feed')
})

test('a feed out of reach is no trouble of its own', () => {
  expect(troubleOf({ state: 'connected' }, say)).toBeNull()
  expect(troubleOf({ state: 'gone', since: 0, refused: null }, say)).toBeNull()
  expect(troubleOf({ state: 'gone', since: 0, refused: 'unauthorized' }, say)?.note).toBe('Token refused')
  expect(troubleOf({ state: 'unreadable', feed: null }, say)?.note).toBe('Feed of another build')
})

test('[S178] of a feed of the kiosk’s own its last words are told', () => {
  const gone = { state: 'gone', since: 0, refused: null } as const
  const ended = troubleOf({ ...gone, trouble: { kind: 'ended', said: 'the log is damaged' } }, say)
  expect(ended).toEqual({
    headline: 'The feed on this machine does not start',
    advice: 'The log is damaged. It is tried again every half minute.',
    note: 'Feed does not start',
  })
  const silent = troubleOf({ ...gone, trouble: { kind: 'ended', said: null } }, say)
  expect(silent?.advice).toContain('without a word')
  expect(troubleOf({ ...gone, trouble: { kind: 'refusing', said: 'full' } }, say)).toBeNull()
})

test('[S178] a feed that runs and is not well has a note beside its numbers', () => {
  expect(notedOf({ state: 'connected' }, say)).toBeNull()
  expect(notedOf({ state: 'connected', trouble: { kind: 'refusing', said: 'full' } }, say)).toBe(
    'Disk takes nothing: new numbers refused',
  )
  expect(notedOf({ state: 'connected', trouble: { kind: 'gap', said: null } }, say)).toContain('gap')
})
