import { registerHooks } from 'node:module';

/** `node --import ./test/electron-host/register.ts dist/electron/main.js`: makes `electron` mean the double. */
const double = new URL('electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context),
});
