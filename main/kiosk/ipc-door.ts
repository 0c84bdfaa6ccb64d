// The only way in for messages from a page: each is checked for its sender and against its schema.
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import type { z } from 'zod'
import { isOwnAddress } from './app-scheme.ts'
import type { Journal } from './journal.ts'
import { createRefusals } from './refusals.ts'

export interface IpcDoor {
  /** Answers a request without arguments. */
  answer(channel: string, reply: () => unknown): void
  /** Answers a request with one argument; one that the schema refuses is refused. */
  answerTo<T>(channel: string, schema: z.ZodType<T>, reply: (request: T) => unknown): void
  /** Takes messages; one that the schema refuses is dropped. */
  hear<T>(channel: string, schema: z.ZodType<T>, act: (message: T) => void): void
}

/** For the wall in these contents alone: another wall of this kiosk has a door of its own. */
export function openIpcDoor(contents: WebContents, journal: Journal): IpcDoor {
  const isTheWall = (event: IpcMainEvent | IpcMainInvokeEvent): boolean => {
    const frame = event.senderFrame
    return (
      event.sender === contents &&
      frame != null &&
      frame.routingId === contents.mainFrame.routingId &&
      frame.parent === null &&
      isOwnAddress(frame.url)
    )
  }
  const { note: refuse } = createRefusals(journal, () => performance.now())

  return {
    answer(channel, reply) {
      contents.ipc.handle(channel, (event, ...args) => {
        if (isTheWall(event) && args.length === 0) return reply()
        refuse(channel, 'not from the wall, or not a question')
        throw new Error('refused')
      })
    },
    answerTo(channel, schema, reply) {
      contents.ipc.handle(channel, (event, ...args) => {
        const parsed = isTheWall(event) && args.length === 1 ? schema.safeParse(args[0]) : null
        if (parsed?.success) return reply(parsed.data)
        refuse(channel, parsed?.error?.issues[0]?.message ?? 'not from the wall, or not one question')
        throw new Error('refused')
      })
    },
    hear(channel, schema, act) {
      contents.ipc.on(channel, (event, ...args) => {
        if (!isTheWall(event)) return refuse(channel, 'not from the wall')
        const parsed = args.length <= 1 ? schema.safeParse(args[0]) : null
        if (parsed?.success) return act(parsed.data)
        refuse(channel, parsed?.error?.issues[0]?.message ?? 'too many arguments')
      })
    },
  }
}
