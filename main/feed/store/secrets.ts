// The port to what must never be read by whoever gets hold of the data folder or of the API: keys of chat services,
// addresses that let anybody post, the key that signs links.

export interface SecretStore {
  /** Null where there is none, or where it was written with another key than today's. */
  get(name: string): string | null
  /** In alphabetical order. */
  names(): readonly string[]
  /** Durable once it resolves. Throws `LogUnavailable` where the disk refuses it. */
  set(name: string, secret: string): Promise<void>
  remove(name: string): Promise<void>
}
