import { readSecrets } from '../../../api/src/base/secrets';
import { Tokens } from '../../../api/src/privacy/tokens';

/** Signs access tokens of residents' sessions with the keys of the installation. */
export function tokenSigner(secretsFile: string): (sessionId: string) => string {
  const tokens = new Tokens(Buffer.from(readSecrets(secretsFile).sessionSecret, 'base64'));

  return (sessionId) => tokens.signAccess({ sessionId, audience: 'account' }, Date.now());
}
