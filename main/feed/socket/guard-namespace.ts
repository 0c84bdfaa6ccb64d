// Lets into a namespace who may come in, puts out who no longer may, and drops messages that are not declared or not
// allowed. Handlers find who asks in `socket.data.principal`.
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io'
import { z } from 'zod'
import type { Access } from '../access/access.ts'
import type { Need } from '../access/doors.ts'
import type { Principal } from '../access/principal.ts'

/** What a namespace asks of whoever connects, and for each event that they may send. */
export interface NamespaceAccess<Event extends string = string> {
  readonly connect: Need
  readonly events: Readonly<Record<Event, Need>>
}

/** What is known of every socket that was let in. */
export interface Admitted {
  token: string | null
  principal: Principal
}

type AnyNamespace = Namespace<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Admitted>
type AnySocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, Admitted>

/** How soon a revoked token is noticed on sockets that are connected. */
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
  access: Access,
  { connect, events }: NamespaceAccess,
  explain: (token: string | null) => object = () => ({}),
): { close(): void } => {
  namespace.use(async (socket, next) => {
    const auth = Auth.safeParse(socket.handshake.auth)
    const token = auth.data?.token ?? null
    const principal = await access.identify(token)
    if (!auth.success || (await access.pass(principal, connect)) !== 'open') {
      next(refusalWith('unauthorized', explain(token)))
      return
    }
    Object.assign(socket.data, { token, principal } satisfies Admitted)
    dropWhatIsNotAllowed(socket, access, events)
    next()
  })

  const sweep = async (): Promise<void> => {
    for (const socket of [...namespace.sockets.values()]) {
      const principal = await access.identify(socket.data.token)
      if ((await access.pass(principal, connect)) !== 'open') socket.disconnect(true)
    }
  }
  const sweeping = setInterval(() => void sweep(), sweepMs)
  sweeping.unref()
  return { close: () => clearInterval(sweeping) }
}
