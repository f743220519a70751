import type { Desk } from './desk.ts';

/** The local district of a demo, as its first line of output names it. */
export interface DemoDistrict {
  readonly url: string;
  readonly codes: readonly string[];
}

/**
 * Enrols a demo desk with the first code that is still good; does nothing when it is enrolled already.
 * @throws Error when the local district takes none of its own codes
 */
export async function prepareDemo(desk: Desk, district: DemoDistrict): Promise<void> {
  const connection = desk.connect();
  try {
    for (const [index, code] of district.codes.entries()) {
      const answer = await connection.dispatch('desk.enrol', {
        districtUrl: district.url,
        code,
        deviceName: `Quầy ${index + 1}`,
      });
      if (answer.ok || answer.error[0].code === 'already-enrolled') return;
    }
    throw new Error('The demo district refused its own enrolment codes');
  } finally {
    connection.close();
  }
}
