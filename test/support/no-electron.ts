throw new Error('electron was imported outside electron/: in plain Node that would start a download');

export {};
