import { deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  packed: Buffer;
  /** What the file says it unpacks to. */
  unpacked: number;
  flags?: number;
  method?: number;
}

function fieldsOf({ name, packed, unpacked, flags = 0, method = 8 }: ZipPart): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(unpacked, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);

  return fields;
}

function record(signature: number, ...parts: Buffer[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(signature);

  return Buffer.concat([head, ...parts]);
}

/** A zip file whose entries say what the test wants them to say. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const fields = fieldsOf(part);
    const name = Buffer.from(part.name);
    const local = record(0x04034b50, fields, name, part.packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    entries.push(record(0x02014b50, Buffer.from([20, 0]), fields, rest, name));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);

  return Buffer.concat([...locals, directory, record(0x06054b50, end)]);
}

function partOf(name: string, text: string): ZipPart {
  const bytes = Buffer.from(text);

  return { name, packed: deflateRawSync(bytes), unpacked: bytes.length };
}

const schema = 'http://schemas.openxmlformats.org';
const relation = `${schema}/officeDocument/2006/relationships`;

/** The smallest xlsx file: one sheet with the rows given as XML. @param head before its root element */
export function xlsxOf(rows: string, head = ''): Buffer {
  return zipOf([
    partOf(
      '[Content_Types].xml',
      `<Types xmlns="${schema}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    partOf(
      '_rels/.rels',
      `<Relationships xmlns="${schema}/package/2006/relationships"><Relationship Id="r" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    partOf(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${schema}/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    partOf(
      'xl/workbook.xml',
      `<workbook xmlns="${schema}/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    partOf(
      'xl/worksheets/sheet1.xml',
      `${head}<worksheet xmlns="${schema}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  ]);
}
