import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-json' };

/** Reads a request's body as JSON, giving up as soon as it is longer than `limit` bytes. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Body> {
  const text = await readText(request, limit);
  if (text === null) return { kind: 'too-large' };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'not-json' };
  }
}

/** Reads what a form sends; null as soon as it is longer than `limit` bytes. */
export async function readForm(request: IncomingMessage, limit: number): Promise<URLSearchParams | null> {
  const text = await readText(request, limit);
  return text === null ? null : new URLSearchParams(text);
}

async function readText(request: IncomingMessage, limit: number): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
