// Lets into a namespace who may come in, puts out who no longer may, and drops messages that are not declared or not
// allowed. Handlers find who asks in `socket.data.principal`.
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io'
import { z } from 'zod'
import type { Access } from '../access/access.ts'
import type { Need } from '../access/doors.ts'
import type { Identity } from '../access/identity.ts'
import type { Principal } from '../access/principal.ts'

/** What a namespace asks of whoever connects, and for each event that they may send. */
export interface NamespaceAccess<Event extends string = string> {
  readonly connect: Need
  readonly events: Readonly<Record<Event, Need>>
  /** Whether whoever says this in the handshake may come by their session; left out, only tokens count. */
  readonly takesSession?: (auth: Readonly<Record<string, unknown>>) => boolean
}

/** What is known of every socket that was let in. */
export interface Admitted {
  token: string | null
  /** The secret of a session, where the namespace takes one. */
  session: string | null
  principal: Principal
}

type AnyNamespace = Namespace<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Admitted>
type AnySocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Admitted>

/** How soon a revoked token, or the end of a session, is noticed on sockets that are connected. */
const sweepMs = 2_000

const Auth = z.object({ token: z.string().max(200).nullish() })

const dropWhatIsNotAllowed = (socket: AnySocket, access: Access, events: NamespaceAccess['events']): void => {
  socket.use(async ([event], next) => {
    const need = Object.hasOwn(events, event) ? events[event] : undefined
    if (need !== undefined && (await access.pass(socket.data.principal, need)) === 'open') next()
  })
}

/** With what goes with it beside the words. */
export const refusalWith = (words: string, data: object): Error => Object.assign(new Error(words), { data })

/** Before the namespace's own handlers. `explain` says more to whoever is not let in. */
export const guardNamespace = (
  namespace: AnyNamespace,
  { access, cookie }: Pick<Identity, 'access' | 'cookie'>,
  { connect, events, takesSession = () => false }: NamespaceAccess,
  explain: (token: string | null) => object = () => ({}),
): { close(): void } => {
  namespace.use(async (socket, next) => {
    const auth = Auth.safeParse(socket.handshake.auth)
    const token = auth.data?.token ?? null
    const session = takesSession(socket.handshake.auth) ? cookie.read(socket.handshake.headers.cookie) : null
    const principal = await access.identify({ token, session })
    if (!auth.success || (await access.pass(principal, connect)) !== 'open') {
      next(refusalWith('unauthorized', explain(token)))
      return
    }
    Object.assign(socket.data, { token, session, principal } satisfies Admitted)
    dropWhatIsNotAllowed(socket, access, events)
    next()
  })

  const sweep = async (): Promise<void> => {
    for (const socket of [...namespace.sockets.values()]) {
      const { token, session, principal: before } = socket.data
      const principal = await access.identifyAgain(before, { token, session })
      if ((await access.pass(principal, connect)) !== 'open') socket.disconnect(true)
      // What its account may do counts from now on.
      else socket.data.principal = principal
    }
  }
  const sweeping = setInterval(() => void sweep(), sweepMs)
  sweeping.unref()
  return { close: () => clearInterval(sweeping) }
}
