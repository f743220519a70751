import type { ZodError } from 'zod';
import { actingRole, type Role } from '../domain/base/roles.ts';
import { err, type Result } from '../result.ts';
import {
  type Answer,
  deskApi,
  type Input,
  isMethodName,
  type MethodName,
  type Refusals,
} from './desk-api.ts';
import type { Access } from './method.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Who is calling, and in which role the act is recorded. */
export interface Caller {
  readonly officer: string;
  readonly name: string;
  readonly role: Role;
  /** All they hold: what else they could do next. */
  readonly roles: readonly Role[];
}

/** The officer signed in on a connection. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** `caller` is null only for methods that are open to anyone. */
type CallerOf<M extends MethodName> = (typeof deskApi)[M]['access'] extends 'anyone' ? null : Caller;

/** One function per method; a missing or misspelt one does not compile. */
export type Handlers = {
  readonly [M in MethodName]: (input: Input<M>, caller: CallerOf<M>) => Answer<M> | Promise<Answer<M>>;
};

/** The handlers of one subject's table of calls. */
export type HandlersFor<Calls> = Pick<Handlers, keyof Calls & MethodName>;

/** Where every call from outside enters: unknown name and input in, checked answer out. */
export type Dispatch = (name: string, input: unknown) => Promise<Result<unknown, Refusals>>;

/**
 * Binds handlers to a connection. Role, input and output of every call are checked here and nowhere else.
 * @param signedIn who is signed in at this moment, null before sign-in
 * @param refusalOf what the machine did wrong, as news for the officer (a full disk); null for a bug
 * @param declined why this desk does not take the call now, asked once the caller is known to be allowed it
 */
export function dispatchTo(
  handlers: Handlers,
  signedIn: () => SignedIn | null,
  refusalOf: (cause: unknown) => Refusal | null = () => null,
  declined: (name: MethodName) => Refusal | null = () => null,
): Dispatch {
  return async (name, input) => {
    if (!isMethodName(name)) return err([refuse('unknown-method', undefined, { name })]);
    const { access, input: shape, output } = deskApi[name];
    const handler = handlers[name] as (
      input: unknown,
      caller: Caller | null,
    ) => Promise<Result<unknown, Refusals>>;
    try {
      const caller = callerFor(access, signedIn());
      if (!caller.ok) return caller;
      const refusal = declined(name);
      if (refusal !== null) return err([refusal]);
      const read = shape.safeParse(input);
      if (!read.success) return err([refusalOfInput(read.error)]);
      const answer = await handler(read.data, caller.value);
      return answer.ok ? { ok: true, value: output.parse(answer.value) } : answer;
    } catch (cause) {
      const refusal = refusalOf(cause);
      if (refusal === null) throw cause;
      return err([refusal]);
    }
  };
}

/** What does not fit the table, at its field; a text that is too long says how much fits. */
function refusalOfInput({ issues: [first] }: ZodError): Refusal {
  const field = first?.path.map(String).join('.') ?? '';
  return first?.code === 'too_big' && first.origin === 'string'
    ? refuse('text-too-long', field, { most: Number(first.maximum) })
    : refuse('bad-input', field);
}

function callerFor(access: Access, officer: SignedIn | null): Result<Caller | null, Refusals> {
  if (access === 'anyone') return { ok: true, value: null };
  if (officer === null) return err([refuse('not-signed-in')]);
  const wanted = access === 'officer' ? officer.roles : access;
  const acting = actingRole(officer.roles, wanted);
  if (acting === null) return err([refuse('not-permitted')]);
  return { ok: true, value: { officer: officer.id, name: officer.name, role: acting, roles: officer.roles } };
}
