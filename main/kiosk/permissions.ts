// Refuses every permission (camera, microphone, location, notifications, devices, the screen): the page needs none.
import type { Session } from 'electron'
import { isOwnAddress } from './app-scheme.ts'

// Newer Chromium asks before a page may connect to the local network, where the feed is. The content security policy
// limits the page to the feed.
const toReachTheFeed: ReadonlySet<string> = new Set([
  'local-network',
  'local-network-access',
  'loopback-network',
])

export function denyPermissions(session: Session): void {
  const isAllowed = (permission: string, address: string) =>
    toReachTheFeed.has(permission) && isOwnAddress(address)

  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isAllowed(permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => isAllowed(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.on('will-download', (event) => event.preventDefault())
}
