import type { DemoDistrict } from '../desk/demo-data.ts';

/** What a desk is opened with, on its way from the command line through the main process to the desk process. */
export interface Launch {
  readonly dataDir: string;
  readonly demo: boolean;
  /** A demo's own district: the desk enrols there by itself. */
  readonly demoDistrict: DemoDistrict | null;
  /** The district offered on the enrolment screen. */
  readonly districtUrl: string | null;
}

const FLAG = '--desk-launch=';

/** One argument holds it all, so that nothing else on the line can be mistaken for it. */
export const launchArgument = (given: Launch): string => FLAG + JSON.stringify(given);

/** @returns null when the line holds none: the packaged app started by its icon */
export function readLaunch(argv: readonly string[]): Launch | null {
  const argument = argv.find((candidate) => candidate.startsWith(FLAG));
  return argument === undefined ? null : (JSON.parse(argument.slice(FLAG.length)) as Launch);
}

/** The first page; the district goes behind the `#`, where no server sees it. */
export const landing = ({ districtUrl }: Pick<Launch, 'districtUrl'>): string =>
  districtUrl === null ? '/' : `/#district=${encodeURIComponent(districtUrl)}`;
