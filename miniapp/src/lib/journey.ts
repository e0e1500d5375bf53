import { hasConsented, recordConsents } from './consent';
import { knownMe, loadMe } from './account';
import { loadConfig } from './config';
import { nextStep, type Step } from './gate';
import { startAt } from './navigation';
import type { RouteName } from './routes';
import { isSignedIn } from './session';
import { readStored, removeStored, writeStored } from './storage';

/** Where a person wanted to go before the steps came in between. */
interface Destination {
  poster: string;
  rememberedAt: number;
}

/** ms; who comes back to the steps a day later is not at that door any more. */
const destinationLife = 60 * 60_000;

const stepPages: Record<Step, RouteName> = {
  consent: 'consent',
  signIn: 'signIn',
  identity: 'identity',
  claim: 'code',
};

/** Remembers a scanned poster until the steps are done. */
export function rememberPoster(poster: string): void {
  writeStored('destination', { poster, rememberedAt: Date.now() } satisfies Destination);
}

/** The scanned poster that the steps lead back to; undefined when there is none, or it was scanned long ago. */
export function rememberedPoster(): string | undefined {
  const destination = readStored<Destination>('destination');
  const isFresh = destination && Date.now() - destination.rememberedAt < destinationLife;

  return isFresh ? destination.poster : undefined;
}

function takePoster(): string | undefined {
  const poster = rememberedPoster();
  removeStored('destination');

  return poster;
}

/** The step in the way, from what the phone knows already. */
export function knownStep(): Step | undefined {
  return nextStep({ hasConsented: hasConsented(), isSignedIn: isSignedIn(), me: knownMe() });
}

/** The step in the way, after asking the server. @throws ApiError */
export async function currentStep(): Promise<Step | undefined> {
  await loadConfig();
  if (hasConsented() && isSignedIn()) {
    const me = await loadMe();
    if (me) {
      await recordConsents(me);
    }
  }

  return knownStep();
}

/** Goes to the page of a step. */
export function goToStep(step: Step): Promise<void> {
  return startAt(stepPages[step]);
}

/** Goes on after a step: to the next one, or back to the poster that was scanned, or to the code. @throws ApiError */
export async function goOn(): Promise<void> {
  const step = await currentStep();
  if (step) {
    return goToStep(step);
  }
  const poster = takePoster();

  return poster ? startAt('place', { poster }) : startAt('code');
}
