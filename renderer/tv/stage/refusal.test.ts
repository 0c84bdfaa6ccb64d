import { expect, test } from 'vitest'
import { refusal } from './refusal.ts'

test('who lacks a token is told to come with it', () => {
  expect(refusal('unauthorized')).toMatchObject({
    advice: expect.stringContaining('with its token'),
    note: 'Token refused',
  })
})

test('an unknown screen is told in the words of the feed, and nothing of tokens', () => {
  const { advice, note } = refusal('the floor file has no screen "lobby"; it has only "main"')
  expect(advice).toContain('The floor file has no screen "lobby"; it has only "main". Correct the name')
  expect(advice).not.toContain('token')
  expect(note).toBe('Screen refused')
})
