import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CdpSession } from './cdp.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PdfOptions {
  readonly pageSize: Size;
  readonly margins?: { top?: number; bottom?: number; left?: number; right?: number };
  readonly preferCSSPageSize?: boolean;
  readonly printBackground?: boolean;
}

export interface PrintOptions {
  readonly silent?: boolean;
  readonly deviceName?: string;
  readonly pageSize?: Size;
  readonly margins?: { readonly marginType?: string };
  readonly printBackground?: boolean;
}

const PDF_OPTIONS = ['pageSize', 'margins', 'preferCSSPageSize', 'printBackground'];
const PRINT_OPTIONS = ['silent', 'deviceName', 'pageSize', 'margins', 'printBackground'];
const DEFAULT_MARGIN_INCHES = 0.4;
const SMALLEST_MICRONS = 352;
const MICRONS_PER_INCH = 25_400;

/** Inches, as in Electron. Page sizes by name are not modelled: the shell always gives numbers. */
export async function printToPdf(page: CdpSession, options: PdfOptions): Promise<Buffer> {
  onlyKnown('printToPDF', options, PDF_OPTIONS);
  const { width, height } = sizeOf('printToPDF', options.pageSize);
  const margin = (side: 'top' | 'bottom' | 'left' | 'right'): number =>
    options.margins?.[side] ?? DEFAULT_MARGIN_INCHES;
  const { data } = await page.send<{ data: string }>('Page.printToPDF', {
    paperWidth: width,
    paperHeight: height,
    marginTop: margin('top'),
    marginBottom: margin('bottom'),
    marginLeft: margin('left'),
    marginRight: margin('right'),
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    printBackground: options.printBackground ?? false,
  });
  return Buffer.from(data, 'base64');
}

/**
 * Microns, as in Electron, with its checks and its words. What the printer would get is left in a
 * file.
 * @returns what went wrong, or null
 */
export async function printToSpool(
  page: CdpSession,
  options: PrintOptions,
  spool: { readonly file: string; readonly printers: readonly string[] },
): Promise<string | null> {
  onlyKnown('print', options, PRINT_OPTIONS);
  if (options.silent !== true || options.deviceName === undefined || options.margins?.marginType !== 'none') {
    throw new Error(
      'test double, not Electron: only silent prints to a named printer without margins are modelled',
    );
  }
  const { width, height } = sizeOf('print', options.pageSize);
  if (width <= SMALLEST_MICRONS || height <= SMALLEST_MICRONS) {
    throw new RangeError('height and width properties must be minimum 352 microns.');
  }
  if (!spool.printers.includes(options.deviceName)) return 'Invalid deviceName provided';
  const pdf = await printToPdf(page, {
    pageSize: { width: width / MICRONS_PER_INCH, height: height / MICRONS_PER_INCH },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: options.printBackground ?? false,
  });
  mkdirSync(dirname(spool.file), { recursive: true });
  writeFileSync(spool.file, pdf);
  return null;
}

function onlyKnown(method: string, options: object, known: readonly string[]): void {
  const strange = Object.keys(options).find((key) => !known.includes(key));
  if (strange !== undefined)
    throw new Error(`test double, not Electron: ${method} option ${strange} is not modelled`);
}

function sizeOf(method: string, size: Size | undefined): Size {
  if (typeof size?.width === 'number' && typeof size.height === 'number') return size;
  throw new Error(`test double, not Electron: ${method} without a pageSize in numbers is not modelled`);
}
