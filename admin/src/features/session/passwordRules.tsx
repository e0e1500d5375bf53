import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { limits } from '@anxing/contract/limits';

const { passwordMinLength, passwordMaxLength } = limits;

interface PasswordRule {
  text: string;
  isMet: (password: string, current: string) => boolean;
}

const passwordRules: readonly PasswordRule[] = [
  {
    text: `长度为 ${passwordMinLength}–${passwordMaxLength} 个字符`,
    isMet: ({ length }) => length >= passwordMinLength && length <= passwordMaxLength,
  },
  { text: '含有字母', isMet: (password) => /\p{L}/u.test(password) },
  { text: '含有数字', isMet: (password) => /\d/.test(password) },
  { text: '与原密码不同', isMet: (password, current) => password !== '' && password !== current },
];

/** The rules for a new password, ticked off while it is typed. */
export function PasswordRules({ password, current }: { password: string; current: string }) {
  return (
    <ul className="passwordRules" aria-label="新密码要求">
      {passwordRules.map(({ text, isMet }) => {
        const met = isMet(password, current);

        return (
          <li key={text} className={met ? 'isMet' : undefined}>
            {met ? <CheckCircleFilled aria-hidden /> : <MinusCircleOutlined aria-hidden />}
            {text}
            <span className="unseen">{met ? '，已满足' : '，未满足'}</span>
          </li>
        );
      })}
    </ul>
  );
}
