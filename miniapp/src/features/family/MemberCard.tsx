import { View } from '@tarojs/components';

import type { FamilyMember } from '@anxing/contract/family';
import { relations } from '@anxing/contract/familyRelations';

import { CardActions } from '../../components/CardActions';
import { FactLine } from '../../components/FactLine';
import { Press } from '../../components/Press';
import { fullTimeText } from '../../lib/format';
import { isConfirmed } from '../../lib/isConfirmed';
import { say, useAction } from '../../lib/useAction';
import { removeMember } from './api';
import { texts } from './texts';

interface Props {
  member: FamilyMember;
  onChanged: () => Promise<void>;
}

function Removal({ member, onChanged }: Props) {
  const { isBusy, run } = useAction();

  async function remove(): Promise<void> {
    if (await isConfirmed(texts.removeTitle, texts.removeText)) {
      await removeMember(member.id);
      say(texts.removed);
      await onChanged();
    }
  }

  return (
    <Press
      className="remove-member"
      kind="quiet"
      label={`${member.name} ${texts.remove}`}
      isDisabled={isBusy}
      onPress={() => void run(remove)}
    >
      {texts.remove}
    </Press>
  );
}

/** One relative: who it is, and the card. */
export function MemberCard({ member, onChanged }: Props) {
  const { id, relation, name, idNumber, card } = member;

  return (
    <View className="card member">
      <View className="card__title">{`${relations[relation]} ${name}`}</View>
      <FactLine name={texts.idNumber} value={idNumber} />
      <FactLine name={texts.issuedAt} value={card ? fullTimeText(card.issuedAt) : texts.noCard} />
      <View className="card__text member__why">{texts.whyHint}</View>
      <CardActions path={`me/family/${id}/card`} card={card} whose={name} onChanged={onChanged} />
      <Removal member={member} onChanged={onChanged} />
    </View>
  );
}
