// A wall asks for nothing, so whatever asks is refused: camera, microphone, place, notifications, devices, the screen.
import type { Session } from 'electron'
import { isOwnAddress } from './app-scheme.ts'

// Newer Chromium asks before a page may reach the machines around it, and the feed is one of them. Where exactly the
// page may go, the content policy says.
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
