// What the nodes of a deployment have in common: one key, from which each use takes a key of its own (RFC 5869), so that
// nothing that is said aloud gives the key away.
import { hkdfSync, timingSafeEqual } from 'node:crypto'
import { BadSetUp } from '../feed/bad-set-up.ts'

export interface DeploymentKey {
  /** As it was given. */
  readonly text: string
  /** Tells two deployments apart. */
  readonly fingerprint: string
  /** What a node says to another one. */
  readonly proof: string
  isProof(said: string | undefined): boolean
  /** What the first admin's link of a floor carries. `log`: the identity of the floor's log. */
  firstAdminSecret(log: string): string
}

/** Throws `BadSetUp` where there is none, or it is too short to be worth anything. */
export const readDeploymentKey = (text: string | undefined): DeploymentKey => {
  if (text === undefined || text.trim().length < 32)
    throw new BadSetUp(
      'Nodes of one database need a key in common: give each the same FLOORBOARD_SECRET_KEY, 32 random bytes in base64 (openssl rand -base64 32).',
    )
  const derive = (use: string): string =>
    Buffer.from(hkdfSync('sha256', text.trim(), '', `floorboard ${use}`, 24)).toString('base64url')
  const proof = derive('node')
  return {
    text,
    fingerprint: derive('deployment'),
    proof,
    isProof: (said) =>
      said !== undefined &&
      said.length === proof.length &&
      timingSafeEqual(Buffer.from(said), Buffer.from(proof)),
    firstAdminSecret: (log) => derive(`first admin ${log}`),
  }
}
