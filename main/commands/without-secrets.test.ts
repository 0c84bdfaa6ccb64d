import { expect, test } from 'vitest'
import { withoutSecrets } from './without-secrets.ts'

test.each([
  ['token fb_admin_k3J-9xZ_42 was used', 'token fb_… was used'],
  ['authorization: Bearer abc.def-123', 'authorization: Bearer …'],
  ['https://hooks.slack.com/services/T0/B0/xyz failed', 'https://hooks.slack.com… failed'],
  ['"https://10.0.0.7:4400/console/#first-admin=s3cret"', '"https://10.0.0.7:4400/console/…"'],
  ['http://127.0.0.1:4400/tv/?token=abc', 'http://127.0.0.1:4400…'],
  ['mail to maya.b+x@northwind.example', 'mail to …@northwind.example'],
  ['key 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b is set', 'key … is set'],
])('%s', (text, wanted) => {
  expect(withoutSecrets(text)).toBe(wanted)
})

test('what tells of the machine stays', () => {
  const line =
    '{"at":"2026-11-29T08:00:00.000Z","level":"warn","message":"the page is gone","reason":"killed (9)"}'
  expect(withoutSecrets(line)).toBe(line)
})
