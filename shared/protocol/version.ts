/** What this build speaks. A change of any schema in `shared/protocol` raises it; a test pins the two together. */
export const protocolVersion = 1;
/** The oldest version still understood. It rises only by a decision note: every desk below it stops sending. */
export const protocolFloor = 1;
