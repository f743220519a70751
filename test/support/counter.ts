import { type Officer, signIn } from './desk-driver.ts';
import { type HandClock, openTestDesk, type TestDesk, type TestWorld } from './test-desk.ts';
import { districtUrl, type TestDistrict, type TestLine } from './test-district.ts';

/** An enrolled desk with its line to the district and an officer signed in. */
export interface Counter extends TestDesk {
  readonly line: TestLine;
  readonly officer: Officer;
}

const officers = [
  ['trang', '135790'],
  ['hanh', '246810'],
] as const;

/** @param index 0 for counter 1 with officer `trang`, 1 for counter 2 with `hanh` */
export async function openCounter(
  town: TestDistrict,
  clock: HandClock,
  index: 0 | 1,
  given: TestWorld = {},
): Promise<Counter> {
  const line = town.line();
  const desk = await openTestDesk({ clock, series: index + 1, fetch: line.fetch, ...given });
  const connection = desk.desk.connect();
  const answer = await connection.dispatch('desk.enrol', {
    districtUrl,
    code: town.codes[index],
    deviceName: `Quầy ${index + 1}`,
  });
  connection.close();
  if (!answer.ok) throw new Error(`Not enrolled: ${JSON.stringify(answer.error)}`);
  return { ...desk, line, officer: await signIn(desk.desk, ...officers[index]) };
}
