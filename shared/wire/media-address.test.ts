import { describe, expect, test } from 'vitest'
import { MediaAddress, PictureAddress } from './media-address.ts'

const reasonAgainst = (address: string): string | undefined =>
  MediaAddress.safeParse(address).error?.issues[0]?.message

describe('the address of a picture or film', () => {
  test('[B84] is a file under /media/, or on the web by https, whatever the case', () => {
    for (const address of [
      '/media/ana.jpg',
      '/media/2026/Kick-off 1.PNG',
      '/media/%E5%8C%97.webp',
      '/media/a..b.png',
      '/media/a.png?v=2',
      'https://x.io/a.png',
      'HTTPS://x.io/a',
      'https://x.io:8443/a/../b?c=@d',
    ])
      expect([address, reasonAgainst(address)]).toEqual([address, undefined])
  })

  test('[B84] does not leave /media/, and has a name', () => {
    for (const address of [
      '/media/../../etc/passwd.png',
      '/media/%2e%2e/a.png',
      '/media/%2E./a.png',
      '/media/a/..%2f..%2fb.png',
      '/media/..\\a.png',
      '/media/./a.png',
      '/media//a.png',
      '/media/.png',
      '/media/%2epng',
      '/media/',
      '/media/a/?b.png',
      '/media/%zz.png',
      '/media/a%00.png',
    ])
      expect([address, reasonAgainst(address)]).toEqual([address, 'must lead to a file under /media/'])
  })

  test('[B84] names a host on the web, and nobody’s password', () => {
    for (const address of [
      'https://',
      'https:///a.png',
      'https://user:pass@host/x',
      'https://user@host/x',
      'https://a b/x.png',
      'https://x.io\\a',
      'https://x.io:99999/a',
    ])
      expect([address, reasonAgainst(address)]).toEqual([
        address,
        'must be a web address without a user name or password',
      ])
    for (const address of ['http://x.io/a.png', 'data:image/png;base64,', '/MEDIA/a.png', 'media/a.png', ''])
      expect([address, reasonAgainst(address)]).toEqual([address, 'must start with https:// or /media/'])
  })

  test('[B84] ends, under /media/, in its name as the feed serves it', () => {
    expect(PictureAddress.safeParse('/media/a.png?v=2').success).toBe(true)
    expect(PictureAddress.safeParse('/media/a.svg#.png').success).toBe(false)
  })
})
