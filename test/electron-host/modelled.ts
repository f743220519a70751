import { EventEmitter } from 'node:events';

/** Asked of every object by the language or by Node itself, never meant for Electron. */
const askedByAnyone = new Set(['then', 'toJSON', 'domain', 'nodeType', 'asymmetricMatch']);

/** What the double does not have must not look as if it were there: reading it throws, by name. */
export const modelled = <T extends object>(name: string, object: T): T =>
  new Proxy(object, {
    get(target, key, receiver): unknown {
      if (key in target || typeof key === 'symbol' || askedByAnyone.has(key)) {
        return Reflect.get(target, key, receiver);
      }
      throw new Error(`test double, not Electron: ${name}.${key} is not modelled`);
    },
  });

/** An event emitter whose every instance is so guarded, from inside as well. */
export class Modelled extends EventEmitter {
  constructor(name: string) {
    super();
    this.setMaxListeners(0);
    // `this` of the subclasses is the guarded object.
    return modelled(name, this);
  }
}

/** An event whose default can be prevented, as most of Electron's are. */
export function preventable<T extends object>(fields: T) {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault(): void {
      this.defaultPrevented = true;
    },
  };
}
