/** A picture of one white dot. */
export function pngFile(): Buffer {
  return Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVMm7gAAAABJRU5ErkJggg==',
    'base64',
  );
}

/** Begins and ends like a picture of a camera. */
export function jpegFile(bytes = 200): Buffer {
  const start = [0xff, 0xd8, 0xff, 0xe0];

  return Buffer.concat([
    Buffer.from(start),
    Buffer.alloc(bytes - start.length - 2),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function pdfFile(): Buffer {
  return Buffer.from('%PDF-1.4\n1 0 obj << >> endobj\nstartxref\n9\n%%EOF\n');
}

/** The body of an upload. */
export function upload(mediaType: string, file: Buffer) {
  return { mediaType, data: file.toString('base64') };
}
