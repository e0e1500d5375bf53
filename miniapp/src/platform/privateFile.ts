import { callNative, native } from './native';

interface Downloaded {
  statusCode?: number;
  tempFilePath?: string;
  apFilePath?: string;
}

/**
 * What `<Image>` shows of a file that only its owner may see. A browser sends its cookie along; a phone has to fetch the
 * file itself, with the token.
 * @returns undefined when it could not be fetched
 */
export async function privateFile(url: string, accessToken: string | undefined): Promise<string | undefined> {
  if (process.env.TARO_ENV === 'h5') {
    return url;
  }
  const header = { authorization: `Bearer ${accessToken ?? ''}` };
  // Alipay names it in the plural.
  const answer = await callNative<Downloaded>(native().downloadFile, { url, header, headers: header });
  const isFetched = answer !== undefined && (answer.statusCode ?? 200) === 200;

  return isFetched ? (answer.tempFilePath ?? answer.apFilePath) : undefined;
}
