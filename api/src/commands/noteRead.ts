import { writeAs, type Origin, type Services } from '../context';

/**
 * A look at personal data leaves an audit event.
 * @param details field names and counts, never values of personal data
 */
export function noteRead(
  services: Services,
  origin: Origin,
  action: string,
  target: string,
  details: Record<string, unknown>,
): Promise<void> {
  return writeAs(services, origin, async (scene) => {
    scene.events.push({ action, target, details });
  });
}
