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
  'GET /api/v1/me': 'anybody',
  'POST /api/v1/sign-in': 'anybody',
  'GET /api/v1/oidc/sso': 'anybody',
  'GET /api/v1/oidc/sso/callback': 'anybody',
  'POST /api/v1/sign-out': 'anybody',
  'POST /api/v1/first-admin': 'anybody',
  'GET /api/v1/me/sessions': 'person',
  'DELETE /api/v1/me/sessions/:id': 'person',
  'DELETE /api/v1/me/sessions': 'person',
  'POST /api/v1/me/password': 'person',
  'GET /api/v1/invitations': 'administer',
  'POST /api/v1/invitations': 'administer',
  'DELETE /api/v1/invitations/:id': 'administer',
  'GET /api/v1/invitations/:secret': 'anybody',
  'POST /api/v1/invitations/:secret': 'anybody',
  'GET /api/v1/accounts': 'administer',
  'PATCH /api/v1/accounts/:id': 'administer',
  'DELETE /api/v1/accounts/:id': 'administer',
  'POST /api/v1/accounts/:id/reset-link': 'administer',
  'POST /api/v1/password-resets': 'anybody',
  'POST /api/v1/password-resets/:secret': 'anybody',
  'GET /api/v1/tokens': 'administer',
  'POST /api/v1/tokens': 'administer',
  'DELETE /api/v1/tokens/:id': 'administer',
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
