import { Screen } from '../../../components/Screen';
import { Gate } from '../../../features/staff/Gate';
import { PostView } from '../../../features/staff/PostView';
import { usePageShown } from '../../../lib/usePageShown';

export default function StaffPostPage() {
  const isShown = usePageShown();

  return (
    <Screen className="staff-page staff-post-page">
      <Gate step="post" isShown={isShown}>
        {(own) => own && <PostView own={own} />}
      </Gate>
    </Screen>
  );
}
