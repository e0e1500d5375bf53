import { Screen } from '../../components/Screen';
import { SignInView } from '../../features/signIn/SignInView';
import { goOn } from '../../lib/journey';
import { keepArrival } from '../../lib/useArrival';

export default function SignInPage() {
  return (
    <Screen className="sign-in-page" onArrival={keepArrival}>
      <SignInView onSignedIn={goOn} />
    </Screen>
  );
}
