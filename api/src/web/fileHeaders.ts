import type { Http } from './http';

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** RFC 6266 §4.3: the name in UTF-8, and a plain one for whoever does not read it. */
export function nameDownload(http: Http, name: string, mediaType: string): void {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, percentEncoded);
  const extension = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  http.set('Content-Type', mediaType);
  http.set('Content-Disposition', `attachment; filename="download${extension}"; filename*=UTF-8''${encoded}`);
  http.set('Cache-Control', 'no-store');
}

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
};

/**
 * A file that somebody else sent: a picture is shown, anything else is saved and not opened beside our pages. The name
 * says nothing of a person.
 */
export function showFile(http: Http, file: Buffer, mediaType: string): void {
  const how = mediaType.startsWith('image/') ? 'inline' : 'attachment';
  http.set('Content-Type', mediaType);
  http.set('Content-Disposition', `${how}; filename="evidence.${extensions[mediaType] ?? 'bin'}"`);
  http.set('X-Content-Type-Options', 'nosniff');
  http.body = file;
}
