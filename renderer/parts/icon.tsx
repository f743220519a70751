/** Outlines on a grid of 24, drawn in the colour of the text beside them. */
const outlines = {
  plus: 'M14 3H6a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V8zM14 3v5h5M12 11v6M9 14h6',
  list: 'M4 6h2M4 12h2M4 18h2M9 6h11M9 12h11M9 18h11',
  cash: 'M3 7h18v10H3zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM6 12h.5M17.5 12h.5',
  book: 'M5 4h11a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h11M9 8h5',
  give: 'M4 13v7h16v-7M12 3v11M8 10l4 4 4-4',
  sync: 'M20 11a8 8 0 0 0-14-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14 4l2-2M20 20v-5h-5',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  print: 'M7 9V3h10v6M7 17H4v-7h16v7h-3M7 14h10v7H7z',
  off: 'M3 3l18 18M8 7a6 6 0 0 1 9 3h1a4 4 0 0 1 3 6M6 9a5 5 0 0 0 1 10h10',
  cloud: 'M7 19a5 5 0 0 1-1-10 6 6 0 0 1 11 1h1a4.5 4.5 0 0 1 0 9zM9 14l2 2 4-4',
  check: 'M5 12l5 5 9-10',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3',
  find: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21a8 8 0 0 1 16 0',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  safe: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4',
  undo: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  up: 'M12 20V5M6 11l6-6 6 6',
  flag: 'M6 21V4h12l-3 4 3 4H6',
  alert: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v6M12 16v.5',
  split: 'M6 4v5a4 4 0 0 0 4 4h4a4 4 0 0 1 4 4v3M18 4v5a4 4 0 0 1-4 4M6 20v-3',
  cross: 'M6 6l12 12M18 6L6 18',
  back: 'M20 12H5M11 6l-6 6 6 6',
  send: 'M4 12h15M13 6l6 6-6 6',
  pause: 'M8 5v14M16 5v14',
} as const;

export type IconName = keyof typeof outlines;

export function Icon({ name, large = false }: { readonly name: IconName; readonly large?: boolean }) {
  return (
    <svg className={large ? 'icon large' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
