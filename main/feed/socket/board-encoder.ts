// Writes a whole board as text once, however many TVs are to have it: after a power cut all of them ask in one second.
import { Encoder, type Packet, PacketType } from 'socket.io-parser'
import type { BoardMessage } from '../../../shared/wire/socket.ts'

type Written = ReturnType<Encoder['encode']>

export class BoardEncoder extends Encoder {
  readonly #boards = new WeakMap<
    BoardMessage['view'],
    { readonly version: number; readonly written: Written }
  >()

  override encode(packet: Packet): Written {
    if (packet.type !== PacketType.EVENT || packet.data[0] !== 'board') return super.encode(packet)
    const { version, view }: BoardMessage = packet.data[1]
    const known = this.#boards.get(view)
    if (known?.version === version) return known.written
    const written = super.encode(packet)
    this.#boards.set(view, { version, written })
    return written
  }
}
