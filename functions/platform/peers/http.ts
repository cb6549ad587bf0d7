import { setTimeout as delay } from 'node:timers/promises';
import { DeliveryError } from '../../core/errors.ts';

/** How a peer is called; every part but `peer` has a default that leaves room for two calls within a step's 30 seconds. */
export interface PeerOptions {
  /** Name of the peer in errors. */
  readonly peer: string;
  readonly timeoutMilliseconds?: number;
  /** Calls in all, the first among them. */
  readonly attempts?: number;
  /** Between two attempts; 300 ms unless a test has no time. */
  readonly pause?: () => Promise<void>;
}

/** An answer that was read to its end. */
export interface PeerAnswer {
  readonly status: number;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * Calls another system: again after a time-out, a broken connection, 429 or 5xx, a limited number of times. Answers below
 * that are the caller's to judge. Throws DeliveryError, which the step tries again; it tells the peer and the status and
 * neither address, body nor cause, as those may name a person.
 */
export async function callPeer(
  { peer, timeoutMilliseconds = 3_000, attempts = 2, pause = () => delay(300) }: PeerOptions,
  url: string,
  init: () => RequestInit,
): Promise<PeerAnswer> {
  let trouble = 'no answer';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await pause();
    try {
      const response = await fetch(url, {
        ...init(),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const { status } = response;
      if (status < 500 && status !== 429) return { status, text: new TextDecoder().decode(bytes), bytes };
      trouble = `status ${status}`;
    } catch {
      trouble = 'no answer';
    }
  }
  throw new DeliveryError(`${peer}: ${trouble}`);
}

/** The answer's JSON; a DeliveryError when it is none. */
export function jsonOf(peer: string, { text }: PeerAnswer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DeliveryError(`${peer}: an answer that is no JSON`);
  }
}
