// Writes a whole board as text once, however many TVs are to have it: after a power cut all of them ask in one second.
import { Encoder, type Packet, PacketType } from 'socket.io-parser'

export class BoardEncoder extends Encoder {
  readonly #boards = new WeakMap<object, ReturnType<Encoder['encode']>>()

  override encode(packet: Packet): ReturnType<Encoder['encode']> {
    if (packet.type !== PacketType.EVENT || packet.data[0] !== 'board') return super.encode(packet)
    const message: object = packet.data[1]
    const known = this.#boards.get(message)
    if (known) return known
    const written = super.encode(packet)
    this.#boards.set(message, written)
    return written
  }
}
