/** Whatever a test asks of `electron` fails here: in plain Node the real module would start a download. */
export const app = undefined;

throw new Error('electron was imported outside electron/');
