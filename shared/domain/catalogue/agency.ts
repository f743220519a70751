import { z } from 'zod';
import { unitNumber } from '../base/ids.ts';

/** The desk's office as it is printed: a dossier keeps the names of its day, since offices merge. */
export const agency = z.strictObject({
  id: unitNumber,
  /** Identifier that opens every dossier code, `H26.25.39`. */
  code: z.string().regex(/^(\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(\.[0-9A-Z]{1,4}){0,4})$/),
  /** `Xã Võng Xuyên` */
  name: z.string().min(1),
  /** First, plain line of every slip: `ỦY BAN NHÂN DÂN XÃ VÕNG XUYÊN`. */
  headerLine: z.string().min(1),
  /** Second, bold line: `BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ`. */
  deskLine: z.string().min(1),
  /** Ends the slip's number: `1043/BPTN&TKQ`. */
  numberSuffix: z.string().min(1),
  /** In place and date: the name without `xã`, `phường`, `thị trấn`. */
  placeName: z.string().min(1),
  phone: z.string(),
  /** What the next office up is called on screens; districts ended in 2025. */
  upperName: z.string().min(1),
});
export type Agency = z.infer<typeof agency>;
