// Who may call what. The feed does not start when a route is missing here, or when one that is named here does not exist.
// HEAD asks for what its GET does.
import type { Need } from './doors.ts'

export type RouteAccess = Readonly<Record<string, Need>>

export const apiAccess: RouteAccess = {
  'POST /api/v1/facts': 'write',
  'DELETE /api/v1/facts/:source/:id': 'write',
  'GET /api/v1/metrics/:id': 'read',
  'GET /api/v1/boards': 'read',
  'GET /api/v1/boards/:id': 'read',
  'GET /api/v1/unassigned': 'administer',
  'GET /api/v1/faults': 'administer',
  'GET /api/v1/floor': 'look',
  'PUT /api/v1/floor': 'administer',
  'POST /api/v1/pairings': 'anybody',
  'POST /api/v1/pairings/state': 'anybody',
  'GET /api/v1/pairings/:code': 'edit',
  'POST /api/v1/pairings/:code': 'edit',
  'GET /api/v1/screens': 'look',
  'POST /api/v1/screens/:id/commands': 'edit',
  'DELETE /api/v1/screens/:id/tokens': 'edit',
  'POST /api/v1/floor/edits': 'edit',
  'POST /api/v1/floor/preview': 'look',
  'GET /api/v1/playlists/:id/advice': 'look',
  'GET /api/v1/history': 'look',
  'GET /api/v1/history/:version': 'look',
  'POST /api/v1/history/:version/undo': 'edit',
  'POST /api/v1/controls': 'control',
  'GET /api/v1/controls/:screen': 'look',
  'GET /api/v1/openapi.json': 'anybody',
  'GET /healthz': 'anybody',
  'GET /metrics': 'read',
  'GET /media/*': 'read',
}

/** Served where the TV is built. The console's own page is for anybody: what it shows, it asks for. */
export const pageAccess: RouteAccess = {
  'GET /': 'anybody',
  'GET /tv': 'anybody',
  'GET /tv/*': 'anybody',
  'GET /gallery': 'anybody',
  'GET /console': 'anybody',
  'GET /console/*': 'anybody',
}
