import { createHash, randomBytes } from 'node:crypto';
import type { Desk, DeskConnection } from '../desk.ts';

/** Who may talk to the loopback host: browsers that came with a token we made, once each. */
export interface Sessions {
  /** A token that lets one browser in, one time. */
  readonly invite: () => string;
  /** @returns the secret of a new session, or null when the token is not one of ours or was used before */
  readonly enter: (token: string) => string | null;
  readonly of: (secret: string) => DeskConnection | null;
  readonly close: () => void;
}

/**
 * Secrets come from the system's generator and not from an argument: nothing may ever be able to repeat them.
 * They are kept and looked up by hash, so that a comparison tells nothing by the time it takes.
 */
export function sessionsOf(desk: Desk): Sessions {
  const invitations = new Set<string>();
  const connections = new Map<string, DeskConnection>();
  return {
    invite() {
      const token = secret();
      invitations.add(digest(token));
      return token;
    },
    enter(token) {
      if (!invitations.delete(digest(token))) return null;
      const session = secret();
      connections.set(digest(session), desk.connect());
      return session;
    },
    of: (session) => connections.get(digest(session)) ?? null,
    close() {
      invitations.clear();
      for (const connection of connections.values()) connection.close();
      connections.clear();
    },
  };
}

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
