// The port to what is known of sources beside the log: how far each was read, and how it does. Lost, everything is read again,
// and what stands already changes nothing.

/** The disk takes nothing, or is away: nothing of what was asked has been kept. */
export class ConnectorStoreUnavailable extends Error {
  override readonly name = 'ConnectorStoreUnavailable'
}

export interface ConnectorStore {
  /** JSON; null for a source that is not known. */
  get(id: string): string | null
  /** Durable once it returns. Throws `ConnectorStoreUnavailable`. */
  save(id: string, body: string): void
  /** Throws `ConnectorStoreUnavailable`. */
  remove(id: string): void
  close(): void
}

/** For as long as the process lives: where the disk takes nothing at the start. */
export const createMemoryConnectorStore = (): ConnectorStore => {
  const bodies = new Map<string, string>()
  return {
    get: (id) => bodies.get(id) ?? null,
    save: (id, body) => void bodies.set(id, body),
    remove: (id) => void bodies.delete(id),
    close: () => undefined,
  }
}
