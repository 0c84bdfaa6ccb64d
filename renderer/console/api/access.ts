// Who signs in, invitations that wait, tokens, and one's own sessions.
import { queryOptions } from '@tanstack/react-query'
import {
  AccountsAnswer,
  InvitationsAnswer,
  SessionsAnswer,
  TokensAnswer,
} from '../../../shared/wire/accounts.ts'
import { request } from './request.ts'

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => request(AccountsAnswer, '/accounts', { signal }),
})
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => request(InvitationsAnswer, '/invitations', { signal }),
})
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => request(SessionsAnswer, '/me/sessions', { signal }),
})
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => request(TokensAnswer, '/tokens', { signal }),
})
