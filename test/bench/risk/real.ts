import { readSecrets } from '../../../api/src/base/secrets';
import { Tokens } from '../../../api/src/privacy/tokens';

export { Province } from '../../support/province/province';

/** Signs an access token for a session of a staff member, good for ten minutes. */
export function staffToken(secretsFile: string, sessionId: string): string {
  const { sessionSecret } = readSecrets(secretsFile);

  return new Tokens(Buffer.from(sessionSecret, 'base64')).signAccess(
    { sessionId, audience: 'staff' },
    Date.now(),
  );
}
