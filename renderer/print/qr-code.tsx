import { create } from 'qrcode';

/** Modules of white that a reader needs around the code. */
const quietZone = 4;

/** A QR code as one path on whole modules: sharp on a 203 dpi head as on a laser. Level M survives a fold. */
export function QrCode({ text }: { readonly text: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quietZone;
  return (
    <svg
      className="qr"
      viewBox={`${String(-quietZone)} ${String(-quietZone)} ${String(side)} ${String(side)}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={darkRuns(modules.size, (row, column) => modules.get(row, column) === 1)} />
    </svg>
  );
}

/** Neighbouring dark modules of a row are drawn as one bar, so that no hairline of white runs between them. */
export function darkRuns(size: number, isDark: (row: number, column: number) => boolean): string {
  const bars: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column += 1;
      const length = column - start + 1;
      bars.push(`M${String(start)} ${String(row)}h${String(length)}v1h${String(-length)}z`);
    }
  }
  return bars.join('');
}
