// What went wrong, in the floor's language: the feed says so itself; what no feed can say, or what the page knows better, stands here.
import { useCallback } from 'react'
import type { ApiFailure } from '../api/request.ts'
import { useSay } from '../words/words.tsx'

export const useFailureWords = (): ((failure: ApiFailure) => string) => {
  const say = useSay()
  return useCallback(
    ({ code, message }) => {
      switch (code) {
        case 'unreachable':
          return say({
            id: 'console.failure.unreachable',
            defaultMessage: 'The feed does not answer. Nothing was changed; try again.',
          })
        case 'unreadable':
          return say({
            id: 'console.failure.unreadable',
            defaultMessage: 'The feed answered in a way that this page does not know. Reload the page.',
          })
        case 'wrong-sign-in':
          return say({
            id: 'console.failure.wrong-sign-in',
            defaultMessage: 'The e-mail address or the password is wrong.',
          })
        case 'too-many-attempts':
        case 'too-many-tries':
          return say({
            id: 'console.failure.too-many',
            defaultMessage: 'Too many tries in a short time. Wait a minute, then try again.',
          })
        case 'weak-password':
          return say({
            id: 'console.failure.weak-password',
            defaultMessage: 'This password is too common. Take a longer one, such as a sentence.',
          })
        case 'email-taken':
          return say({
            id: 'console.failure.email-taken',
            defaultMessage: 'Somebody with this e-mail address is here already.',
          })
        case 'last-admin':
          return say({
            id: 'console.failure.last-admin',
            defaultMessage: 'This is the last admin. Make somebody else one first.',
          })
        case 'link-gone':
          return say({
            id: 'console.failure.link-gone',
            defaultMessage: 'This link was used already, or is too old. Ask for a new one.',
          })
        case 'stale-plan':
          return say({
            id: 'console.failure.stale-plan',
            defaultMessage: 'Somebody drew up a new plan meanwhile. Close this and look at it first.',
          })
        case 'stale-exception':
          return say({
            id: 'console.failure.stale-exception',
            defaultMessage: 'Somebody was quicker. Look at what they did first.',
          })
        case 'not-reachable':
          return say({
            id: 'console.failure.not-reachable',
            defaultMessage: 'No way to write to them is known here.',
          })
        case 'stale-note':
          return say({
            id: 'console.failure.stale-note',
            defaultMessage:
              'Somebody changed this meanwhile. What you wrote is still here; look at what stands there now.',
          })
        case 'disk-full':
          return say({
            id: 'console.failure.disk-full',
            defaultMessage: 'The disk of the feed has no room for it. Nothing was kept.',
          })
        default:
          return message
      }
    },
    [say],
  )
}
