import { nextStep } from '../../../miniapp/src/lib/gate';
import { sampleMe } from '../../support/taro/samples';

const ready = { hasConsented: true, isSignedIn: true, me: sampleMe() };

describe('the steps before a code', () => {
  test('consent comes before everything', () => {
    expect(nextStep({ hasConsented: false, isSignedIn: false, me: undefined })).toBe('consent');
    expect(nextStep({ ...ready, hasConsented: false })).toBe('consent');
  });

  test('then signing in', () => {
    expect(nextStep({ ...ready, isSignedIn: false })).toBe('signIn');
    expect(nextStep({ ...ready, me: undefined })).toBe('signIn');
  });

  test.each([0, 1, 2, 3])('then the identity, at level %d', (level) => {
    expect(nextStep({ ...ready, me: sampleMe({ level, hasCode: false }) })).toBe('identity');
  });

  test('a number that was silent for long is proved again', () => {
    expect(nextStep({ ...ready, me: sampleMe({ proofAgain: true }) })).toBe('identity');
  });

  test('then the claim, and then the way is free', () => {
    expect(nextStep({ ...ready, me: sampleMe({ hasCode: false }) })).toBe('claim');
    expect(nextStep(ready)).toBeUndefined();
  });
});
